//! A value that is kept as it is.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};

use super::Reading;
use super::object::{Seen, Text};

/// Most levels of it: the server lets in no more with a body, so that whoever reads it again can.
const DEEPEST: usize = 24;

/// Reads a value that may have so many levels.
#[derive(Clone, Copy)]
pub(super) struct Free<'r> {
    reading: &'r Reading,
    levels: usize,
}

impl<'r> Free<'r> {
    pub(super) fn of(reading: &'r Reading) -> Self {
        Self { reading, levels: DEEPEST }
    }

    fn inner<E: Error>(self) -> Result<Self, E> {
        let levels = self.levels.checked_sub(1);
        let levels = levels.ok_or_else(|| E::custom(format_args!("must not nest deeper than {DEEPEST} levels")))?;
        Ok(Self { levels, ..self })
    }
}

impl<'de> DeserializeSeed<'de> for Free<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Free<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value that JSON has")
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<Value, E> {
        self.reading.keep(0)?;
        Ok(value.into())
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<Value, E> {
        self.reading.keep(0)?;
        Ok(value.into())
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<Value, E> {
        self.reading.keep(0)?;
        Ok(value.into())
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Value, E> {
        self.reading.keep(0)?;
        Number::from_f64(value).map(Value::Number).ok_or_else(|| E::custom("JSON has no such number"))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<Value, E> {
        Ok(self.reading.text(value)?.into())
    }

    fn visit_unit<E: Error>(self) -> Result<Value, E> {
        self.reading.keep(0)?;
        Ok(Value::Null)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Value, A::Error> {
        self.reading.keep(0)?;
        let inner = self.inner()?;
        let mut values = Vec::new();
        while let Some(value) = list.next_element_seed(inner)? {
            values.push(value);
        }
        Ok(values.into())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value, A::Error> {
        self.reading.keep(0)?;
        let inner = self.inner()?;
        let (mut members, mut seen) = (Map::new(), Seen::default());
        while let Some(Text(name)) = map.next_key()? {
            seen.add(&name)?;
            members.insert(self.reading.text(&name)?, map.next_value_seed(inner)?);
        }
        Ok(members.into())
    }
}
