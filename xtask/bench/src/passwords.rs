//! `h`, the time of one password check: Argon2id alone, with the parameters of the server, in one pinned process.

use std::time::{Duration, Instant};

use argon2::{Algorithm, Argon2, Params, Version};

use crate::Result;
use crate::server::cpu_seconds;
use crate::signatures::Times;

/// OWASP Password Storage Cheat Sheet, as in `server/domain/src/authentication/password.rs`.
const PARAMETERS: (u32, u32, u32) = (19_456, 2, 1);

/// Hashes for `seconds` on this thread and prints the times as JSON.
pub(crate) fn measure(seconds: f64) -> Result<()> {
    let (memory, passes, lanes) = PARAMETERS;
    let parameters = Params::new(memory, passes, lanes, None).map_err(|error| error.to_string())?;
    let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, parameters);
    let hash = || {
        let mut output = [0_u8; 32];
        argon2.hash_password_into(b"correct horse", b"sixteen bytes it", &mut output).map_err(|error| error.to_string())
    };
    hash()?;
    let limit = Duration::from_secs_f64(seconds);
    let (cpu, started, mut count) = (cpu_seconds(std::process::id())?, Instant::now(), 0_u32);
    while started.elapsed() < limit {
        hash()?;
        count += 1;
    }
    let wall = started.elapsed().as_secs_f64();
    let cpu = cpu_seconds(std::process::id())? - cpu;
    println!("{}", serde_json::to_string(&Times { wall: wall / f64::from(count), cpu: cpu / f64::from(count) })?);
    Ok(())
}
