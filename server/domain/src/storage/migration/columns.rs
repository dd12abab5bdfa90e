//! Columns as the steps of the schema name them: not null unless they say so.

use sea_orm::sea_query::{ColumnDef, IntoIden};

pub(super) fn text(name: impl IntoIden) -> ColumnDef {
    ColumnDef::new(name).text().not_null().take()
}

pub(super) fn text_null(name: impl IntoIden) -> ColumnDef {
    ColumnDef::new(name).text().null().take()
}

pub(super) fn boolean(name: impl IntoIden) -> ColumnDef {
    ColumnDef::new(name).boolean().not_null().take()
}

pub(super) fn integer(name: impl IntoIden) -> ColumnDef {
    ColumnDef::new(name).integer().not_null().take()
}

pub(super) fn big_integer(name: impl IntoIden) -> ColumnDef {
    ColumnDef::new(name).big_integer().not_null().take()
}

pub(super) fn big_integer_null(name: impl IntoIden) -> ColumnDef {
    ColumnDef::new(name).big_integer().null().take()
}

pub(super) fn binary(name: impl IntoIden) -> ColumnDef {
    ColumnDef::new(name).binary().not_null().take()
}

pub(super) fn binary_null(name: impl IntoIden) -> ColumnDef {
    ColumnDef::new(name).binary().null().take()
}

pub(super) fn json_binary(name: impl IntoIden) -> ColumnDef {
    ColumnDef::new(name).json_binary().not_null().take()
}

pub(super) fn json_binary_null(name: impl IntoIden) -> ColumnDef {
    ColumnDef::new(name).json_binary().null().take()
}

pub(super) fn timestamp_with_time_zone(name: impl IntoIden) -> ColumnDef {
    ColumnDef::new(name).timestamp_with_time_zone().not_null().take()
}

pub(super) fn timestamp_with_time_zone_null(name: impl IntoIden) -> ColumnDef {
    ColumnDef::new(name).timestamp_with_time_zone().null().take()
}
