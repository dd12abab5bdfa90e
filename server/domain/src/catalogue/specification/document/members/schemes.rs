//! Security schemes, and the scopes that they tell of.

use serde::de::MapAccess;

use super::object::{Members, Object, Skipped};
use super::{MOST_SCHEMES, Reading, SCHEMES, Scheme, count, optional_text};

/// The security schemes of the components.
pub(super) struct Schemes<'r> {
    pub(super) reading: &'r Reading,
    pub(super) schemes: Vec<(String, Scheme)>,
}

impl<'de> Members<'de> for Schemes<'_> {
    const WHAT: &'static str = "an object of security schemes";

    fn member<A: MapAccess<'de>>(&mut self, name: &str, map: &mut A) -> Result<(), A::Error> {
        let reading = self.reading;
        count(&reading.schemes, 1, MOST_SCHEMES, SCHEMES)?;
        let scheme = map.next_value_seed(Object(ReadScheme { reading, scheme: Scheme::default() }))?.scheme;
        self.schemes.push((reading.text(name)?, scheme));
        Ok(())
    }
}

struct ReadScheme<'r> {
    reading: &'r Reading,
    scheme: Scheme,
}

impl<'de> Members<'de> for ReadScheme<'_> {
    const WHAT: &'static str = "a security scheme, which is an object";

    fn member<A: MapAccess<'de>>(&mut self, name: &str, map: &mut A) -> Result<(), A::Error> {
        let reading = self.reading;
        match name {
            "$ref" => self.scheme.reference = optional_text(reading, map)?,
            "type" => self.scheme.kind = optional_text(reading, map)?.unwrap_or_default(),
            "flows" => self.scheme.scopes = map.next_value_seed(Object(Flows { reading, scopes: Vec::new() }))?.scopes,
            "x-amazon-apigateway-authorizer" => {
                Skipped::value(map)?;
                self.scheme.is_authorizer = true;
            }
            _ => Skipped::value(map)?,
        }
        Ok(())
    }
}

/// All flows of a scheme, whose scopes count together.
struct Flows<'r> {
    reading: &'r Reading,
    scopes: Vec<(String, String)>,
}

impl<'de> Members<'de> for Flows<'_> {
    const WHAT: &'static str = "an object of OAuth flows";

    fn member<A: MapAccess<'de>>(&mut self, name: &str, map: &mut A) -> Result<(), A::Error> {
        if name.starts_with("x-") {
            Skipped::value(map)?;
            return Ok(());
        }
        self.scopes.extend(map.next_value_seed(Object(Flow { reading: self.reading, scopes: Vec::new() }))?.scopes);
        Ok(())
    }
}

struct Flow<'r> {
    reading: &'r Reading,
    scopes: Vec<(String, String)>,
}

impl<'de> Members<'de> for Flow<'_> {
    const WHAT: &'static str = "an OAuth flow, which is an object";

    fn member<A: MapAccess<'de>>(&mut self, name: &str, map: &mut A) -> Result<(), A::Error> {
        if name == "scopes" {
            let scopes = Scopes { reading: self.reading, scopes: Vec::new() };
            self.scopes = map.next_value_seed(Object(scopes))?.scopes;
        } else {
            Skipped::value(map)?;
        }
        Ok(())
    }
}

struct Scopes<'r> {
    reading: &'r Reading,
    scopes: Vec<(String, String)>,
}

impl<'de> Members<'de> for Scopes<'_> {
    const WHAT: &'static str = "an object of scopes";

    fn member<A: MapAccess<'de>>(&mut self, name: &str, map: &mut A) -> Result<(), A::Error> {
        if name.starts_with("x-") {
            Skipped::value(map)?;
            return Ok(());
        }
        let description = optional_text(self.reading, map)?.unwrap_or_default();
        self.scopes.push((self.reading.text(name)?, description));
        Ok(())
    }
}
