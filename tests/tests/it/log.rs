//! The log: what is flushed is written.

use std::io::{self, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use authplane::log::Log;

/// Somewhere that takes its time.
struct Slow(Arc<AtomicUsize>);

impl Write for Slow {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        std::thread::sleep(Duration::from_millis(100));
        self.0.fetch_add(bytes.len(), Ordering::SeqCst);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn who_flushes_the_log_waits_until_it_is_written_and_not_only_on_its_way() {
    let written = Arc::new(AtomicUsize::new(0));
    let log = Log::to(Slow(Arc::clone(&written))).unwrap();
    let mut appended = 0;
    for number in 0..3 {
        let line = format!("line {number}");
        log.append(|buffer| buffer.extend_from_slice(line.as_bytes()));
        appended += line.len() + 1;
        log.flush();
        assert_eq!(written.load(Ordering::SeqCst), appended);
    }
}
