//! Members of answers that are always there and may be null, as Logto's clients expect them: the schema of a plain option would be that of one that may be absent.

use schemars::r#gen::SchemaGenerator;
use schemars::schema::Schema;

/// A text, or null. For `#[schemars(schema_with = "nullable::text")]`.
pub(super) fn text(generator: &mut SchemaGenerator) -> Schema {
    generator.subschema_for::<Option<String>>()
}

/// A whole number, or null.
pub(super) fn number(generator: &mut SchemaGenerator) -> Schema {
    generator.subschema_for::<Option<i64>>()
}
