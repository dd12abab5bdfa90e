//! Objects that are read member by member, and values that are only looked at, whatever format they come in.

use std::borrow::Cow;
use std::collections::HashSet;
use std::fmt;
use std::hash::{BuildHasher, RandomState};

use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::super::DEEPEST;

/// Names that are compared one by one; more are looked up.
const FEW: usize = 12;
/// Most members of an object. Real documents have schemas by the thousand.
const MOST_MEMBERS: usize = 50_000;

/// Something that is made of the members of an object.
pub(super) trait Members<'de>: Sized {
    /// What it is, for who finds something else there.
    const WHAT: &'static str;

    /// Reads the value of a member, or has it [skipped](Skipped).
    fn member<A: MapAccess<'de>>(&mut self, name: &str, map: &mut A) -> Result<(), A::Error>;
}

/// Reads all members, none of which may stand twice. Null is an object without any.
pub(super) struct Object<M>(pub(super) M);

impl<'de, M: Members<'de>> DeserializeSeed<'de> for Object<M> {
    type Value = M;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<M, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de, M: Members<'de>> Visitor<'de> for Object<M> {
    type Value = M;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(M::WHAT)
    }

    fn visit_unit<E: Error>(self) -> Result<M, E> {
        Ok(self.0)
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> Result<M, A::Error> {
        let mut seen = Seen::default();
        while let Some(Text(name)) = map.next_key()? {
            seen.add(&name)?;
            self.0.member(&name, &mut map)?;
        }
        Ok(self.0)
    }
}

/// Reads all items of a list. Null is a list without any.
pub(super) struct List<I>(pub(super) I);

/// Something that is made of the items of a list.
pub(super) trait Items<'de> {
    /// What the list is, for who finds something else there.
    const WHAT: &'static str;

    /// Reads the next item, if there is one.
    fn next<A: SeqAccess<'de>>(&mut self, list: &mut A) -> Result<bool, A::Error>;
}

impl<'de, I: Items<'de>> DeserializeSeed<'de> for List<I> {
    type Value = I;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<I, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de, I: Items<'de>> Visitor<'de> for List<I> {
    type Value = I;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(I::WHAT)
    }

    fn visit_unit<E: Error>(self) -> Result<I, E> {
        Ok(self.0)
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut list: A) -> Result<I, A::Error> {
        while self.0.next(&mut list)? {}
        Ok(self.0)
    }
}

/// A text, borrowed where it stands in the document as it is.
pub(super) struct Text<'de>(pub(super) Cow<'de, str>);

impl<'de> Deserialize<'de> for Text<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(TextVisitor)
    }
}

struct TextVisitor;

impl<'de> Visitor<'de> for TextVisitor {
    type Value = Text<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text")
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Self::Value, E> {
        Ok(Text(Cow::Borrowed(text)))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        Ok(Text(Cow::Owned(text.to_owned())))
    }

    fn visit_string<E: Error>(self, text: String) -> Result<Self::Value, E> {
        Ok(Text(Cow::Owned(text)))
    }
}

/// Names that stand in one object. Their hashes do: they take little room, and no two are equal by chance.
#[derive(Default)]
pub(super) struct Seen {
    hasher: RandomState,
    few: Vec<u64>,
    many: HashSet<u64>,
}

impl Seen {
    pub(super) fn add<E: Error>(&mut self, name: &str) -> Result<(), E> {
        let hash = self.hasher.hash_one(name);
        let is_new = if self.few.len() < FEW {
            let is_new = !self.few.contains(&hash);
            self.few.push(hash);
            is_new
        } else {
            !self.few.contains(&hash) && self.many.insert(hash)
        };
        if !is_new {
            return Err(E::custom(format_args!("{:?} stands twice", shortened(name))));
        }
        if self.many.len() > MOST_MEMBERS {
            return Err(E::custom(format_args!("an object has more than {MOST_MEMBERS} members")));
        }
        Ok(())
    }
}

/// As much of a name as a message needs.
fn shortened(name: &str) -> &str {
    &name[..name.floor_char_boundary(200)]
}

/// What is read and let go: whether it is well-formed is all that counts.
#[derive(Clone, Copy)]
pub(super) struct Skipped {
    levels: usize,
}

impl Skipped {
    /// The value of a member.
    pub(super) fn value<'de, A: MapAccess<'de>>(map: &mut A) -> Result<(), A::Error> {
        map.next_value_seed(Self { levels: DEEPEST })
    }

    fn inner<E: Error>(self) -> Result<Self, E> {
        let levels = self.levels.checked_sub(1);
        let levels = levels.ok_or_else(|| E::custom(format_args!("nests deeper than {DEEPEST} levels")))?;
        Ok(Self { levels })
    }
}

impl<'de> DeserializeSeed<'de> for Skipped {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Skipped {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("anything")
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E: Error>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_i128<E: Error>(self, _: i128) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E: Error>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_u128<E: Error>(self, _: u128) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E: Error>(self, _: f64) -> Result<(), E> {
        Ok(())
    }

    fn visit_str<E: Error>(self, _: &str) -> Result<(), E> {
        Ok(())
    }

    fn visit_bytes<E: Error>(self, _: &[u8]) -> Result<(), E> {
        Ok(())
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        let inner = self.inner()?;
        while list.next_element_seed(inner)?.is_some() {}
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let (inner, mut seen) = (self.inner()?, Seen::default());
        while let Some(Text(name)) = map.next_key()? {
            seen.add(&name)?;
            map.next_value_seed(inner)?;
        }
        Ok(())
    }
}
