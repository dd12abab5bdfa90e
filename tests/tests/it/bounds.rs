//! What others can make the server keep: how much of it, how deep, for how long.

mod document;
mod fetches;
mod forms;
mod names;
mod storage_growth;
mod stored_json;
mod together;
