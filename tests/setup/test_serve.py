"""The server process: takes its address or says why not, and ends without cutting a request short."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest

from crm.serve import listen, welcome

ROOT = Path(__file__).resolve().parents[2]
SLOW_APP = """
import sys, time
from flask import Flask
from crm.serve import listen, serve
app = Flask("slow")
@app.get("/")
def index(): return "here"
@app.get("/slow")
def slow():
    time.sleep(1)
    return "x" * 3_000_000
serve(app, listen("127.0.0.1", sys.argv[1]), behind_proxy=False)
"""


@pytest.fixture
def port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@pytest.fixture
def server(port: int) -> Iterator[subprocess.Popen[bytes]]:
    with subprocess.Popen([sys.executable, "-c", SLOW_APP, str(port)], cwd=ROOT, start_new_session=True) as process:
        for _ in range(200):
            try:
                httpx.get(f"http://127.0.0.1:{port}/", trust_env=False)
                break
            except httpx.TransportError:
                time.sleep(0.1)
        yield process
        process.kill()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_stopped_server_finishes_the_request_under_way(
    server: subprocess.Popen[bytes], port: int, number: signal.Signals
) -> None:
    address = f"http://127.0.0.1:{port}"
    with httpx.Client(base_url=address, trust_env=False) as idle, ThreadPoolExecutor() as other:
        assert idle.get("/").text == "here"  # stays connected, and must not hold the server up
        answer = other.submit(httpx.get, f"{address}/slow", trust_env=False)
        time.sleep(0.4)
        os.killpg(server.pid, number)
        assert len(answer.result().content) == 3_000_000
        assert server.wait(5) == 0


def test_second_server_on_the_port_is_told_so(server: subprocess.Popen[bytes], port: int) -> None:
    with pytest.raises(OSError, match=rf"running already: open http://127\.0\.0\.1:{port}"):
        listen("127.0.0.1", str(port))


def test_second_start_is_refused_while_the_first_is_still_preparing(port: int) -> None:
    with listen("127.0.0.1", str(port)), pytest.raises(OSError, match="running already"):
        listen("127.0.0.1", str(port))


def test_server_killed_outright_can_start_again_at_once(server: subprocess.Popen[bytes], port: int) -> None:
    os.killpg(server.pid, signal.SIGKILL)
    server.wait(5)
    listen("127.0.0.1", str(port)).close()


@pytest.mark.parametrize("wrong", ["five thousand", "-1", "70000"])
def test_wrong_port_is_named(wrong: str) -> None:
    with pytest.raises(OSError, match=r"PORT must be a number up to 65535"):
        listen("127.0.0.1", wrong)


def test_welcome_gives_the_address_and_the_sign_ins(port: int) -> None:
    login = {"role": "staff", "login": "aygun", "password": "five-words", "name": "Aygün"}
    with listen("0.0.0.0", str(port)) as everywhere:
        text = welcome(everywhere, [login])
    assert f"http://127.0.0.1:{port}" in text
    assert all(word in text for word in login.values())
