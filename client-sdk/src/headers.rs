//! Headers that a caller adds.

use reqwest::header::{
    ACCEPT, AUTHORIZATION, CONNECTION, CONTENT_LENGTH, CONTENT_TYPE, HOST, HeaderName, HeaderValue, TRANSFER_ENCODING,
};

use crate::error::Error;

/// What requests are made of: another value would break them, or let others in.
const OURS: [HeaderName; 7] =
    [ACCEPT, AUTHORIZATION, CONNECTION, CONTENT_LENGTH, CONTENT_TYPE, HOST, TRANSFER_ENCODING];

/// A header as a caller wrote it. Its value isn't shown, whatever is printed.
///
/// # Errors
/// [`Error::Configuration`] if it is none, or one of [`OURS`].
pub(crate) fn header(
    name: impl TryInto<HeaderName>,
    value: impl TryInto<HeaderValue>,
) -> Result<(HeaderName, HeaderValue), Error> {
    let name =
        name.try_into().map_err(|_| Error::Configuration("a header has a name that can't be sent".to_owned()))?;
    if OURS.contains(&name) {
        return Err(Error::Configuration(format!("the header `{name}` is the client's own to set")));
    }
    let mut value = value
        .try_into()
        .map_err(|_| Error::Configuration(format!("the header `{name}` has a value that can't be sent")))?;
    value.set_sensitive(true);
    Ok((name, value))
}
