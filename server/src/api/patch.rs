//! A member of a PATCH body: absent, null or a value.

pub use authplane_domain::given::{not_null, object};
use schemars::JsonSchema;
use schemars::r#gen::SchemaGenerator;
use schemars::schema::Schema;
use serde::{Deserialize, Deserializer};

/// What a PATCH says of one member. Needs `#[serde(default)]`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Patch<T> {
    /// Not mentioned: stays as it is.
    #[default]
    Absent,
    /// Taken away.
    Null,
    /// Set.
    Value(T),
}

impl<T> Patch<T> {
    /// What the domain takes for a change: nothing where the member isn't mentioned, else what it becomes.
    pub fn into_change(self) -> Option<Option<T>> {
        match self {
            Self::Absent => None,
            Self::Null => Some(None),
            Self::Value(value) => Some(Some(value)),
        }
    }
}

/// As [`object`], of a member that is null in answers, which clients send back as they are.
///
/// # Errors
/// Those of the value, also for a list.
pub fn object_or_null<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<Option<T>, D::Error> {
    struct Member<T>(T);
    impl<'de, T: Deserialize<'de>> Deserialize<'de> for Member<T> {
        fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
            let member = object(deserializer)?;
            member.map(Self).ok_or_else(|| serde::de::Error::custom("must be an object"))
        }
    }
    Ok(Option::<Member<T>>::deserialize(deserializer)?.map(|Member(member)| member))
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Patch<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Option::<T>::deserialize(deserializer)?.map_or(Self::Null, Self::Value))
    }
}

/// In the document a nullable, optional member.
impl<T: JsonSchema> JsonSchema for Patch<T> {
    fn schema_name() -> String {
        Option::<T>::schema_name()
    }
    fn is_referenceable() -> bool {
        false
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        Option::<T>::json_schema(generator)
    }
    fn _schemars_private_is_option() -> bool {
        true
    }
}
