//! Peers that take more of the machine than they may: each is ended, and the others don't notice.

use std::sync::Arc;
use std::time::Duration;

use authplane::edge::listener::Bounds;
use authplane::edge::peer::Traffic;
use authplane_tests::http2::{Frame, Http2};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use super::{Server, toy};

/// So little patience that a test can wait for its end, and much of the rest.
fn impatient() -> Bounds {
    Bounds { silence: Duration::from_millis(500), taking: Duration::from_millis(1500), ..Bounds::default() }
}

fn server(limits: Bounds) -> Server {
    Server::limited(vec![toy::surface(), toy::other_surface()], Duration::from_secs(20), limits)
}

async fn until_closed(server: &Server) {
    while server.listener.connections() > 0 {
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

/// A connection that sends this and never reads.
async fn sending(server: &Server, bytes: &[u8]) -> TcpStream {
    let mut stream = TcpStream::connect(server.address).await.unwrap();
    stream.write_all(bytes).await.unwrap();
    stream
}

/// What can be asked again and again without taking any answer.
fn asking_for(path: &str, times: usize) -> Vec<u8> {
    format!("GET {path} HTTP/1.1\r\nHost: toy\r\n\r\n").repeat(times).into_bytes()
}

#[tokio::test]
async fn a_connection_on_which_nothing_is_asked_is_closed() {
    let server = server(impatient());
    let preface = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n\0\0\0\x04\0\0\0\0\0".as_slice();
    for sent in [b"".as_slice(), b"GET /toy/hidden HTTP/1.1\r\nHo", b"PRI * HTTP/2.0\r\n", preface] {
        let mut stream = sending(&server, sent).await;
        let mut read = Vec::new();
        // Frames of HTTP/2 may come before the end.
        let _ = stream.read_to_end(&mut read).await;
        until_closed(&server).await;
    }
}

#[tokio::test]
async fn an_answer_that_is_not_taken_ends_its_connection() {
    let server = server(impatient());
    // More than the system keeps for both ends.
    let stream = sending(&server, &asking_for("/toy/large", 64)).await;
    until_closed(&server).await;
    drop(stream);
    let mut stream = Http2::connect(server.address, 0).await;
    for _ in 0..50 {
        assert!(stream.get("/toy/large").await);
    }
    until_closed(&server).await;
}

#[tokio::test]
async fn who_takes_it_slowly_gets_it_whole() {
    let server = server(impatient());
    let mut stream = sending(&server, &asking_for("/toy/large", 1)).await;
    let mut left = toy::LARGE;
    let mut piece = vec![0; 128 * 1024];
    while left > 0 {
        tokio::time::sleep(Duration::from_millis(300)).await;
        let read = stream.read(&mut piece).await.unwrap();
        assert_ne!(read, 0, "{left} bytes were to come");
        left = left.saturating_sub(read);
    }
}

#[tokio::test]
async fn those_that_are_silent_make_room() {
    let server = server(Bounds { connections: 16, ..Bounds::default() });
    let mut silent = Vec::new();
    for _ in 0..100 {
        silent.push(TcpStream::connect(server.address).await.unwrap());
    }
    for _ in 0..20 {
        let reply = server.client.get(server.url("/toy/hidden")).header("connection", "close").send().await.unwrap();
        assert_eq!(reply.status(), 200);
    }
    assert!(server.listener.connections() <= 16);
}

/// Else whoever connects all the time would keep everybody out.
#[tokio::test]
async fn who_has_just_come_is_not_the_one_that_makes_room() {
    let server = server(Bounds { connections: 1, ..Bounds::default() });
    // More than once, because a machine that stands still in between takes the moment away that the server gives.
    for _ in 0..20 {
        until_closed(&server).await;
        let mut newcomer = TcpStream::connect(server.address).await.unwrap();
        while server.listener.connections() == 0 {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        let _next = TcpStream::connect(server.address).await.unwrap();
        tokio::time::sleep(Duration::from_millis(50)).await;
        let mut begins = [0; 12];
        if newcomer.write_all(&asking_for("/toy/hidden", 1)).await.is_ok()
            && newcomer.read_exact(&mut begins).await.is_ok()
        {
            assert_eq!(&begins, b"HTTP/1.1 200");
            return;
        }
    }
    panic!("whoever comes is cut off as soon as somebody else does");
}

#[tokio::test]
async fn while_all_are_asking_nobody_is_taken_and_nobody_is_cut_off() {
    let server = server(Bounds { connections: 16, ..Bounds::default() });
    let asked = asking_for("/toy/gate", 1);
    let waiting = futures::future::join_all((0..16).map(|_| sending(&server, &asked))).await;
    while server.front.in_flight() < 16 {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    let late = server.client.get(server.url("/toy/hidden")).send();
    let mut late = std::pin::pin!(late);
    assert!(tokio::time::timeout(Duration::from_millis(500), &mut late).await.is_err(), "there was room");
    let opening = async {
        loop {
            server.world.gate.notify_waiters();
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    };
    let answering = async {
        for mut stream in waiting {
            let mut answer = [0; 12];
            stream.read_exact(&mut answer).await.unwrap();
            assert_eq!(&answer, b"HTTP/1.1 200");
        }
    };
    tokio::select! {
        () = opening => {}
        () = answering => {}
    }
    assert_eq!(late.await.unwrap().status(), 200);
}

#[tokio::test]
async fn answers_that_wait_have_so_much_room_and_no_more() {
    let room = Arc::new(Traffic::new(toy::LARGE * 4));
    let server = server(Bounds { taking: Duration::from_mins(1), traffic: room, ..Bounds::default() });
    let answered = async |many: usize| {
        while server.recorder.seen.lock().unwrap().len() < many {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        server.last_seen().status
    };
    let mut peers = Vec::new();
    for number in 1..=4 {
        let mut peer = Http2::connect(server.address, 0).await;
        assert!(peer.get("/toy/large").await);
        assert_eq!(answered(2 * number - 1).await, 200);
        assert!(peer.get("/toy/large").await);
        assert_eq!(answered(2 * number).await, 503, "a peer has a quarter of it");
        peers.push(peer);
    }
    let mut late = Http2::connect(server.address, 0).await;
    assert!(late.get("/toy/large").await);
    assert_eq!(answered(9).await, 503);
    assert_eq!(server.get("/toy/hidden").await.status, 200, "there is room for little ones");
    // Whoever takes nothing while room is scarce is ended long before his time.
    while server.get("/toy/large").await.status != 200 {
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
}

#[tokio::test]
async fn so_have_bodies_that_arrive() {
    let server = server(Bounds { traffic: Arc::new(Traffic::new(400_000)), ..Bounds::default() });
    let half = format!(
        "POST /toy/slow HTTP/1.1\r\nHost: toy\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: 200000\r\n\r\n{}",
        " ".repeat(100_000)
    );
    // There is no room for all five; whichever comes last is refused.
    let answers = (0..5).map(|_| Box::pin(server.raw(half.as_bytes())));
    let (answer, _, others) = futures::future::select_all(answers).await;
    assert!(answer.starts_with("HTTP/1.1 503"), "{answer}");
    assert_eq!(server.get("/toy/hidden").await.status, 200, "whoever asks for little isn't concerned");
    drop(others);
}

#[tokio::test]
async fn a_listener_that_is_dropped_leaves_no_connection_behind() {
    let server = server(Bounds::default());
    let mut silent = sending(&server, b"").await;
    let mut waiting = sending(&server, &asking_for("/toy/gate", 1)).await;
    while server.front.in_flight() == 0 || server.listener.connections() < 2 {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    drop(server.listener);
    for stream in [&mut silent, &mut waiting] {
        assert!(matches!(stream.read(&mut [0; 1]).await, Ok(0) | Err(_)));
    }
}

#[tokio::test]
async fn streams_are_counted_and_resets_too() {
    let server = server(Bounds::default());
    let mut peer = Http2::connect(server.address, 65_535).await;
    let Some(Frame::Streams(streams)) = peer.next().await else { panic!("no settings") };
    assert_eq!(streams, 100);
    // CVE-2023-44487: what is asked and taken back at once.
    for _ in 0..10_000 {
        if !peer.get("/toy/gate").await || !peer.reset().await {
            break;
        }
    }
    let mut ended = None;
    while let Some(frame) = peer.next().await {
        if let Frame::GoAway(code) = frame {
            ended = Some(code);
        }
    }
    assert!(ended.is_none_or(|code| code == 11), "ENHANCE_YOUR_CALM, not {ended:?}");
    until_closed(&server).await;
}

#[tokio::test]
async fn what_was_hung_up_on_counts_until_it_is_finished() {
    let server = server(Bounds::default());
    let mut peer = Http2::connect(server.address, 65_535).await;
    for number in 0..300 {
        assert!(peer.get("/toy/gate").await);
        // Taken back only once it is there.
        while server.front.in_flight() + server.recorder.seen.lock().unwrap().len() <= number {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        assert!(peer.reset().await);
    }
    assert_eq!((server.front.in_flight(), server.last_seen().status), (200, 503));
    assert_eq!(server.get("/toy/hidden").await.status, 200, "others aren't concerned");
}

#[tokio::test]
async fn who_takes_a_little_of_one_answer_does_not_keep_the_others() {
    let server = server(Bounds { taking: Duration::from_millis(300), ..impatient() });
    let mut peer = Http2::connect(server.address, 0).await;
    for _ in 0..3 {
        assert!(peer.get("/toy/large").await);
    }
    // Two kilobytes at a time of the first, more often than it has to.
    while server.listener.connections() > 0 {
        if !peer.let_come(1, 2048).await {
            break;
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    until_closed(&server).await;
}

#[tokio::test]
async fn who_hangs_up_leaves_a_line_and_what_was_begun_is_finished() {
    let server = server(Bounds::default());
    let stream = sending(&server, &asking_for("/toy/gate", 1)).await;
    while server.front.in_flight() == 0 {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    drop(stream);
    until_closed(&server).await;
    assert_eq!((server.front.in_flight(), server.recorder.seen.lock().unwrap().len()), (1, 0));
    while server.front.in_flight() > 0 {
        server.world.gate.notify_waiters();
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    assert_eq!(server.last_seen().operation.as_deref(), Some("wait_at_gate"));
}

#[tokio::test]
async fn http_1_1_names_one_host() {
    let server = server(Bounds::default());
    for head in ["", "Host: toy\r\nHost: toy\r\n", "Host: toy\r\nHost: other\r\n"] {
        let answer = server.raw(format!("GET /toy/hidden HTTP/1.1\r\n{head}\r\n").as_bytes()).await;
        assert!(answer.starts_with("HTTP/1.1 400"), "{head:?}: {answer}");
    }
    let answer = server.raw(b"GET /toy/hidden HTTP/1.0\r\n\r\n").await;
    assert!(answer.starts_with("HTTP/1.0 200"), "{answer}");
}

/// RFC 9113 §8.3.1: whoever looks at the one and whoever looks at the other must see the same.
#[tokio::test]
async fn http_2_names_one_host_and_it_is_the_authority() {
    let server = server(Bounds::default());
    for (hosts, status) in [
        (&[][..], 200),
        (&["x"], 200),
        (&["X"], 200),
        (&["y"], 400),
        (&["x:80"], 400),
        (&["x", "x"], 400),
        (&["x", "y"], 400),
    ] {
        let mut peer = Http2::connect(server.address, 65_535).await;
        assert!(peer.get_with_hosts("/toy/hidden", hosts).await);
        let answered = loop {
            match peer.next().await {
                Some(Frame::Head(status)) => break status,
                Some(_) => {}
                None => panic!("{hosts:?}: no answer"),
            }
        };
        assert_eq!(answered, Some(status), "{hosts:?}");
    }
}

#[tokio::test]
async fn a_coding_that_is_not_understood_is_not_passed_over() {
    let server = server(Bounds::default());
    for coding in ["gzip, chunked", "identity, chunked"] {
        let head = format!("POST /toy/things HTTP/1.1\r\nHost: toy\r\nTransfer-Encoding: {coding}\r\n\r\n0\r\n\r\n");
        let answer = server.raw(head.as_bytes()).await;
        assert!(answer.starts_with("HTTP/1.1 501"), "{coding}: {answer}");
    }
}

#[tokio::test]
async fn no_answer_is_sniffed_and_none_that_somebody_was_let_in_for_is_kept() {
    let server = server(Bounds::default());
    for path in ["/toy/hidden", "/toy/nothing", "/other/a", "/toy/failure", "/toy/panic"] {
        assert_eq!(server.get(path).await.header("x-content-type-options"), "nosniff", "{path}");
    }
    assert_eq!(server.get("/toy/hidden").await.header("cache-control"), "");
    let body = r#"{"name":"a"}"#;
    let kept = super::Reply::of(
        server
            .post("/toy/orders/1")
            .header("authorization", "Bearer badge")
            .header("content-type", "application/json")
            .body(body),
    )
    .await;
    assert_eq!((kept.status, kept.header("cache-control")), (201, "no-store"));
}

/// Of two, what is in front of us may look at the first and we at the last.
#[tokio::test]
async fn what_decides_who_asks_and_where_a_body_ends_stands_once() {
    let server = server(Bounds::default());
    for (head, body) in [
        (
            "GET /toy/hidden HTTP/1.1\r\nHost: toy\r\nAuthorization: Bearer badge\r\nAuthorization: Bearer badge\r\n\r\n",
            "",
        ),
        ("GET /toy/hidden HTTP/1.1\r\nHost: toy\r\nauthorization: Bearer a\r\nAUTHORIZATION: Basic b\r\n\r\n", ""),
        (
            "POST /toy/things HTTP/1.1\r\nHost: toy\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n",
            "0\r\n\r\n",
        ),
        ("GET http://user@toy/toy/hidden HTTP/1.1\r\nHost: toy\r\n\r\n", ""),
        ("GET http://user:password@toy/toy/hidden HTTP/1.1\r\nHost: toy\r\n\r\n", ""),
    ] {
        let answer = server.raw(format!("{head}{body}").as_bytes()).await;
        assert!(answer.starts_with("HTTP/1.1 400"), "{head:?}: {answer}");
    }
    let once = server.raw(
        b"GET http://toy/toy/hidden HTTP/1.1\r\nHost: toy\r\nAuthorization: Bearer badge\r\nConnection: close\r\n\r\n",
    );
    let answer = once.await;
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
}
