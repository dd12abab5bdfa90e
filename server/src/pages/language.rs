//! The languages that pages are written in, and which of them a person reads.

use chrono::{DateTime, Utc};

use super::texts::{self, Texts};

/// A language of the pages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// English, also for who reads neither.
    #[default]
    English,
    /// German.
    German,
}

impl Language {
    /// All of them, the default first.
    pub const ALL: [Self; 2] = [Self::English, Self::German];

    /// The language of somebody whose application asked for `ui_locales` (OpenID Connect Core §3.1.2.1: language tags, best first) and whose browser sends
    /// `Accept-Language` (RFC 9110 §12.5.4). The application comes first: its user chose there what to read.
    #[must_use]
    pub fn choose(ui_locales: Option<&str>, accept_language: Option<&str>) -> Self {
        let asked = ui_locales.into_iter().flat_map(str::split_ascii_whitespace).find_map(Self::of_tag);
        asked.or_else(|| accept_language.and_then(Self::accepted)).unwrap_or_default()
    }

    /// The language as a tag of BCP 47.
    #[must_use]
    pub fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::German => "de",
        }
    }

    /// Its words.
    #[must_use]
    pub fn texts(self) -> &'static Texts {
        match self {
            Self::English => &texts::ENGLISH,
            Self::German => &texts::GERMAN,
        }
    }

    /// A time as people write it. Which zone they are in no page without a script knows, so it says which one it means.
    #[must_use]
    pub fn moment(self, time: DateTime<Utc>) -> String {
        let format = match self {
            Self::English => "%-d %b %Y, %H:%M UTC",
            Self::German => "%-d.%-m.%Y, %H:%M UTC",
        };
        time.format(format).to_string()
    }

    /// `de`, `de-AT` and `DE-1996` are all German (RFC 4647 §3.4: a tag is shortened until it is known).
    fn of_tag(tag: &str) -> Option<Self> {
        let language = tag.split('-').next()?;
        Self::ALL.into_iter().find(|known| known.tag().eq_ignore_ascii_case(language))
    }

    /// The language with the highest weight; of equal ones that which is named first, and English before what only `*` stands for.
    fn accepted(header: &str) -> Option<Self> {
        let ranges: Vec<(&str, u16)> = header.split(',').filter_map(range).collect();
        let weight = |language: Self| {
            let is_named = |range: &str| Self::of_tag(range) == Some(language);
            let named = ranges.iter().enumerate().filter(|(_, (range, _))| is_named(range));
            // `max_by_key` would take the last of equal ones.
            let best = named.map(|(at, (_, weight))| (*weight, at)).reduce(|a, b| if b.0 > a.0 { b } else { a });
            best.or_else(|| ranges.iter().find(|(range, _)| *range == "*").map(|(_, weight)| (*weight, ranges.len())))
        };
        let wanted = Self::ALL.into_iter().filter_map(|language| Some((weight(language)?, language)));
        let wanted = wanted.filter(|((weight, _), _)| *weight > 0);
        wanted.min_by_key(|((weight, at), _)| (u16::MAX - weight, *at)).map(|(_, language)| language)
    }
}

/// One element of `Accept-Language` with its weight in thousandths; `None` when it is malformed.
fn range(element: &str) -> Option<(&str, u16)> {
    let (range, weight) = match element.split_once(';') {
        Some((range, parameter)) => {
            let (name, value) = parameter.split_once('=')?;
            let weight = if name.trim().eq_ignore_ascii_case("q") { quality(value.trim())? } else { return None };
            (range, weight)
        }
        None => (element, 1000),
    };
    Some((range.trim(), weight)).filter(|(range, _)| !range.is_empty())
}

/// A weight of RFC 9110 §12.4.2, such as `0.8`, in thousandths.
fn quality(text: &str) -> Option<u16> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    if fraction.len() > 3 || !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let thousandths: u16 = format!("{fraction:0<3}").parse().ok()?;
    match whole {
        "0" => Some(thousandths),
        "1" => Some(1000).filter(|_| thousandths == 0),
        _ => None,
    }
}
