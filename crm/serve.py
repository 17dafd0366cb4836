"""The running server: database up to date, examples into an empty one, then requests until told to stop.

`python -m crm.serve` is what run.py starts: waitress and the examples. `--production`: gunicorn, no examples.
"""

import json
import os
import signal
import socket
import sys
import time
from collections.abc import Sequence
from contextlib import redirect_stderr, redirect_stdout
from importlib.util import find_spec
from io import StringIO
from typing import Any, NoReturn

from click import ClickException
from flask import Flask
from flask.cli import ScriptInfo
from flask_migrate import upgrade
from waitress import wasyncore
from waitress.channel import HTTPChannel
from waitress.server import create_server

from crm import beside, create_app
from crm.assets import AssetError
from crm.cli import transaction
from crm.cli.facts import bring_missing
from crm.config import ROOT, Config, ConfigError
from crm.demo.load import is_empty
from crm.skills import rereading
from crm.start import setup_code

THREADS = 8
BACKLOG = 1024
#: Longest wait for requests under way when the server is told to stop.
DRAIN_SECONDS = 10


def main(arguments: Sequence[str]) -> int:
    """Serves until a signal; returns the exit status: 0 stopped, 1 could not start (said on stderr)."""
    production = "--production" in arguments
    if production:
        os.environ["CRM_ENV"] = "production"
    try:
        listening = listen(os.environ.get("HOST") or "127.0.0.1", os.environ.get("PORT") or "5000")
        app = create_app()
    except (ConfigError, AssetError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    config: Config = app.extensions["config"]
    with app.app_context():
        upgrade()
    logins = examples(app) if config.demo and not production else []
    load_missing_facts(app)
    with app.app_context():
        print(welcome(listening, logins, first_steps(config)), flush=True)
    if production and os.name == "posix" and find_spec("gunicorn"):
        become_gunicorn(listening)
    with app.app_context():
        rereading.go_on()  # what the last run of the program did not finish
    beside.begin(app)
    serve(app, listening, behind_proxy=config.trusted_proxies > 0)
    return 0


def listen(host: str, port: str) -> socket.socket:
    """Takes the address before anything else, so that a second start fails at once. Raises OSError with a remedy."""
    if not port.isdigit() or int(port) > 65535:
        raise OSError(f"PORT must be a number up to 65535, not {port!r}.")
    listening = None
    try:
        family, kind, protocol, _name, address = socket.getaddrinfo(host, int(port), type=socket.SOCK_STREAM)[0]
        listening = socket.socket(family, kind, protocol)
        # On Windows the option of this name would let two servers share a port; elsewhere it allows a quick restart.
        if os.name == "posix":
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(address)
        # Only a listening socket keeps a second start out; a browser that comes now waits until the pages are ready.
        listening.listen(BACKLOG)
    except OSError as error:
        if listening:
            listening.close()
        raise OSError(
            f"Cannot serve on {host}:{port} ({error.strerror}). Körpü may be running already: open "
            f"http://{host}:{port} in the browser. Or take another port: PORT=5001 python3 run.py"
        ) from error
    return listening


def load_missing_facts(app: Flask) -> None:
    """An empty installation needs places and vocabulary as much as a full one."""
    with app.app_context(), transaction():
        bring_missing()


def first_steps(config: Config) -> list[str]:
    """Where nobody uses the installation yet: what the first person needs to begin."""
    if not is_empty():
        return []
    lines = ["Nobody uses this installation yet. Its first page offers examples, or to start empty."]
    if setup_code.needed(config):
        lines.append(f"To start empty it asks for the set-up code: {setup_code.current(config)}")
    return [*lines, ""]


def become_gunicorn(listening: socket.socket) -> NoReturn:
    """One process with threads; WEB_CONCURRENCY asks gunicorn for more (docs/operations.md says what they need)."""
    host, port = listening.getsockname()[:2]
    listening.close()
    bind = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    options = [f"--bind={bind}", f"--threads={THREADS}", f"--graceful-timeout={DRAIN_SECONDS}", "--no-control-socket"]
    options.append("--config=python:crm.workers")
    os.chdir(ROOT)
    command = [sys.executable, "-m", "gunicorn", *options, "wsgi:app"]
    os.execv(sys.executable, command)  # noqa: S606 - a fixed command, and no shell


def examples(app: Flask) -> list[dict[str, Any]]:
    """Loads the demo into an empty database; returns the demo sign-ins, none when the data are real."""
    try:
        command(app, "demo", "load", "--if-empty")
        with redirect_stderr(StringIO()):  # "no demo here" is no news on a computer with real data
            return list(json.loads(command(app, "demo", "logins", "--json"))["users"])
    except (ClickException, SystemExit) as error:
        # Without examples the program is still good; a person can start with her own data.
        if isinstance(error, ClickException):
            print(error.format_message(), file=sys.stderr)
        return []


def command(app: Flask, *arguments: str) -> str:
    """Runs a `flask` command in this process, which saves starting another Python, and returns what it printed."""
    out = StringIO()
    with redirect_stdout(out):
        app.cli.main(list(arguments), obj=ScriptInfo(create_app=lambda: app), standalone_mode=False)
    return out.getvalue()


def welcome(listening: socket.socket, logins: Sequence[dict[str, Any]], first: Sequence[str] = ()) -> str:
    host, port = listening.getsockname()[:2]
    reachable = "127.0.0.1" if host in ("0.0.0.0", "::") else host  # noqa: S104 - compared, not bound
    lines = ["", f"Körpü is at http://{f'[{reachable}]' if ':' in reachable else reachable}:{port}", ""]
    if logins:
        lines.append("Examples are loaded: all people in them are invented. Sign in as:")
        lines += [f"  {user['role']:<14} {user['login']:<28} {user['password']:<20} {user['name']}" for user in logins]
        lines.append("")
    return "\n".join([*lines, *first, "Ctrl-C stops it."])


def serve(app: Flask, listening: socket.socket, behind_proxy: bool) -> None:
    """Waitress until SIGINT or SIGTERM; then requests under way are finished. A second signal ends at once."""
    channels: dict[int, Any] = {}
    server = create_server(
        app,
        map=channels,
        sockets=[listening],
        threads=THREADS,
        backlog=BACKLOG,
        ident="korpu",
        # Werkzeug's ProxyFix decides which forwarded headers to believe, so waitress must hand them on.
        clear_untrusted_proxy_headers=not behind_proxy,
    )
    told_to_stop = False

    def stop(number: int, _frame: object) -> None:
        nonlocal told_to_stop
        told_to_stop = True
        signal.signal(number, signal.SIG_DFL)
        server.pull_trigger()  # wakes the loop below

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, stop)
    while not told_to_stop:
        wasyncore.loop(timeout=1, use_poll=True, map=channels, count=1)
    wasyncore.dispatcher.close(server)  # no new connections
    deadline = time.monotonic() + DRAIN_SECONDS
    while time.monotonic() < deadline:
        open_ones = [channel for channel in channels.values() if isinstance(channel, HTTPChannel)]
        if not open_ones:
            break
        for channel in open_ones:
            if not (channel.requests or channel.request or channel.total_outbufs_len):
                channel.will_close = True
        wasyncore.loop(timeout=0.2, use_poll=True, map=channels, count=1)
    server.task_dispatcher.shutdown(timeout=1)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
