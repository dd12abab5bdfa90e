//! What a policy demands: validators, or a text in a language of policies.

use schemars::JsonSchema;
use sea_orm::FromJsonQueryResult;
use serde::{Deserialize, Serialize};

use super::{Validator, cedar};
use crate::Error;

/// What a policy demands. In the database it is a list or an object; a release that knows no languages can't read the second, and so lets nobody through.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
#[serde(untagged)]
pub enum Rules {
    /// Checks that must all pass, in order. None passes always.
    Validators(Vec<Validator>),
    /// A text that decides.
    Program(Program),
}

/// A text in a language of policies.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Program {
    /// What it is written in.
    pub language: Language,
    /// The text.
    pub definition: String,
}

/// What a policy can be written in, besides validators.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// Cedar (cedarpolicy.com).
    Cedar,
}

impl Language {
    /// Its name in policies.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Cedar => "cedar",
        }
    }
}

/// ACP's name for validators (ACP behaviour §1).
const VALIDATORS: &str = "cloudentity";

impl Rules {
    /// What a policy demands as it is written down, where what doesn't apply is empty: the validators; a language, for which validators are taken where it is empty or
    /// `cloudentity`; the text, where it isn't validators; and a question that is put to it, which no language here has. Whether validators and text are right is told
    /// by [`check_rules`](super::check_rules).
    ///
    /// # Errors
    /// [`Error::Invalid`] for a field that doesn't go with the language.
    pub fn written(validators: Vec<Validator>, language: &str, definition: String, query: &str) -> crate::Result<Self> {
        let language = match language {
            "" | VALIDATORS => None,
            "cedar" => Some(Language::Cedar),
            "rego" => return Err(Error::invalid("language", "policies in Rego are not evaluated here")),
            _ => return Err(Error::invalid("language", "must be cloudentity or cedar")),
        };
        if !query.is_empty() {
            return Err(Error::invalid("query", "nothing would ask it: it is for policies in Rego"));
        }
        match language {
            None if definition.is_empty() => Ok(Self::Validators(validators)),
            None => Err(Error::invalid(
                "definition",
                "needs a language other than cloudentity, whose policies are validators",
            )),
            Some(_) if !validators.is_empty() => {
                Err(Error::invalid("validators", "must be empty: this policy is in another language"))
            }
            Some(_) if definition.is_empty() => Err(Error::invalid("definition", "is required")),
            Some(language) => Ok(Self::Program(Program { language, definition })),
        }
    }
}

impl Program {
    /// Longest text, in bytes.
    const LENGTH: usize = 64 * 1024;

    /// Whether it is a program of its language.
    pub(super) fn check(&self) -> crate::Result<()> {
        if self.definition.len() > Self::LENGTH {
            return Err(Error::invalid("definition", format!("must have at most {} bytes", Self::LENGTH)));
        }
        let checked = match self.language {
            Language::Cedar => cedar::compile(&self.definition).map(drop),
        };
        checked.map_err(|mistake| Error::invalid("definition", mistake.to_string()))
    }
}

impl Rules {
    /// The validators; none where it is a text.
    #[must_use]
    pub fn validators(&self) -> &[Validator] {
        match self {
            Self::Validators(validators) => validators,
            Self::Program(_) => &[],
        }
    }

    /// The text, where there is one.
    #[must_use]
    pub fn program(&self) -> Option<&Program> {
        match self {
            Self::Validators(_) => None,
            Self::Program(program) => Some(program),
        }
    }
}
