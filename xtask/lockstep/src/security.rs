//! Which credentials an operation takes, for the hand-written half of the SDK: progenitor knows nothing of security.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use serde_json::Value;

use crate::operations::METHODS;
use crate::sdk_view::operations_by_id;

/// What the document says each kind of operation takes, in words: the schemes of `scopes` are those whose tokens have scopes.
const TAKES: [(&str, &str); 7] = [
    ("admin", "a token of server `admin`"),
    ("developer", "a token of a user of server `developer`"),
    ("system", "a token of server `system`"),
    ("setup", "a token of server `system` of the tenant `system`"),
    ("issuer", "a token of the authorization server that is called"),
    ("client_basic", "the credentials of a client"),
    ("registration", "the registration access token of the client"),
];
/// The scheme of a token that is pasted somewhere: beside another, of which it says nothing new.
const PASTED: &str = "bearer";

/// Adds to each operation's description what it takes, and with which scopes. Fails for a scheme that there are no words for.
pub(crate) fn say_scopes(view: &mut Value) -> Result<(), String> {
    let items = view["paths"].as_object_mut().into_iter().flatten();
    for operation in items.flat_map(|(_, item)| item.as_object_mut().into_iter().flatten().map(|(_, value)| value)) {
        let Some(requirements) = operation["security"].as_array() else { continue };
        let mut taken: Vec<(&str, Vec<&str>)> = Vec::new();
        for (scheme, scopes) in requirements.iter().filter_map(Value::as_object).flatten() {
            if scheme == PASTED {
                continue;
            }
            let (_, words) =
                TAKES.iter().find(|(known, _)| known == scheme).ok_or_else(|| format!("no words for {scheme}"))?;
            let scopes = scopes.as_array().into_iter().flatten().filter_map(Value::as_str);
            match taken.iter_mut().find(|(known, _)| known == words) {
                Some((_, known)) => known.extend(scopes),
                None => taken.push((words, scopes.collect())),
            }
        }
        let said: Vec<String> = taken.iter().map(|(words, scopes)| in_words(words, scopes)).collect();
        let said =
            if said.is_empty() { "Takes no credentials.".to_owned() } else { format!("Takes {}.", said.join(", or ")) };
        let description = operation["description"].as_str().map(|text| format!("{text}\n\n")).unwrap_or_default();
        operation["description"] = format!("{description}{said}").into();
    }
    Ok(())
}

fn in_words(what: &str, scopes: &[&str]) -> String {
    let quoted: Vec<String> = scopes.iter().map(|scope| format!("`{scope}`")).collect();
    match quoted.as_slice() {
        [] => what.to_owned(),
        [only] => format!("{what} with scope {only}"),
        [others @ .., last] => format!("{what} with scope {} or {last}", others.join(", ")),
    }
}

/// The members of bodies and queries that hold what must not be shown, for the hand-written half of the SDK.
pub(crate) fn secrets(document: &Value) -> String {
    let is_secret = |schema: &Value| schema["format"] == "password" || schema["items"]["format"] == "password";
    let schemas = document["components"]["schemas"].as_object().into_iter().flatten();
    let members = schemas.flat_map(|(_, schema)| schema["properties"].as_object().into_iter().flatten());
    let mut names: BTreeSet<&str> =
        members.filter(|(_, member)| is_secret(member)).map(|(name, _)| name.as_str()).collect();
    for (_, _, operation) in operations_by_id(document) {
        let parameters = operation["parameters"].as_array().into_iter().flatten();
        let secret = parameters.filter(|parameter| is_secret(&parameter["schema"]));
        names.extend(secret.filter_map(|parameter| parameter["name"].as_str()));
    }
    let lines = names.iter().map(|name| format!("    {name:?},\n")).collect::<Vec<_>>().concat();
    format!(
        "/// Members of bodies and queries that hold secrets.\npub(crate) const SECRETS: [&str; {}] = [\n{lines}];\n",
        names.len()
    )
}

/// The function `security_schemes` of the generated client.
pub(crate) fn schemes(document: &Value) -> Result<String, Box<dyn std::error::Error>> {
    let mut code = String::from(
        "/// The security schemes of which an operation takes one, as the document names them; empty for a public one.\n\
         pub(crate) fn security_schemes(operation_id: &str) -> &'static [&'static str] {\n    match operation_id {\n",
    );
    let items = document["paths"].as_object().into_iter().flatten();
    for operation in items.flat_map(|(_, item)| METHODS.iter().filter_map(|method| item.get(method))) {
        let id = operation["operationId"].as_str().unwrap_or_default();
        let requirements = operation["security"].as_array().into_iter().flatten();
        let schemes: BTreeSet<&str> = requirements
            .flat_map(|requirement| requirement.as_object().into_iter().flatten())
            .map(|(name, _)| name.as_str())
            .collect();
        if !schemes.is_empty() {
            writeln!(code, "        {id:?} => &{:?},", schemes.into_iter().collect::<Vec<_>>())?;
        }
    }
    code.push_str("        _ => &[],\n    }\n}\n");
    Ok(code)
}
