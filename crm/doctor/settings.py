"""The environment: every setting by itself, so that one wrong value does not hide the others."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from limits import parse_many

from crm.config import (
    ROOT,
    ConfigError,
    read_base_url,
    read_count,
    read_encryption_keys,
    read_secret_key,
)
from crm.doctor.finding import Finding, look, ok, wrong

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
DOCUMENTATION = ROOT / "docs" / "operations.md"


def check(environ: Mapping[str, str]) -> Iterator[Finding]:
    production = environ.get("CRM_ENV") == "production"
    yield _mode(environ.get("CRM_ENV", "development"))
    yield from _unknown_names(environ)
    yield _read("CRM_SECRET_KEY", "set", lambda: read_secret_key(environ, production))
    yield _read("CRM_ENCRYPTION_KEYS", "set", lambda: read_encryption_keys(environ))
    yield _base_url(read_base_url(environ), production)
    yield _proxies(environ, production)
    yield _sign_in_limit(environ.get("CRM_SIGN_IN_LIMIT") or "10 per minute")
    yield _address(environ, production)
    yield _processes(environ)


def _mode(mode: str) -> Finding:
    if mode in ("production", "development"):
        return ok("CRM_ENV", f"{mode}.")
    return wrong("CRM_ENV", f"{mode!r} is neither production nor development.", "set CRM_ENV=production.")


def _unknown_names(environ: Mapping[str, str]) -> Iterator[Finding]:
    """A setting that nobody reads is most often misspelt."""
    if not DOCUMENTATION.exists():
        return
    known = set(re.findall(r"`(CRM_[A-Z_]+)", DOCUMENTATION.read_text(encoding="utf-8")))
    for name in sorted(environ):
        if name.startswith("CRM_") and name not in known:
            yield look(name, "no setting is called so; it does nothing.", "see the table in docs/operations.md.")


def _read(name: str, good: str, read: Callable[[], Any]) -> Finding:
    """The reader of the setting itself decides; its error says how to mend it."""
    try:
        read()
    except ConfigError as refused:
        return refusal(name, refused)
    return ok(name, f"{good}.")


def refusal(name: str, refused: ConfigError) -> Finding:
    found, _, remedy = str(refused).partition(". ")
    return wrong(name, f"{found.removeprefix(name).strip()}.", remedy)


def _base_url(url: str, production: bool) -> Finding:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return wrong("CRM_BASE_URL", f"{url} is no address.", "CRM_BASE_URL=https://the.name.people.use")
    if production and parts.scheme == "http":
        found = f"{url} is not encrypted: passwords and names travel in the open."
        return wrong("CRM_BASE_URL", found, "put TLS in front and set CRM_BASE_URL=https://...")
    if production and parts.hostname in LOOPBACK:
        return look("CRM_BASE_URL", f"{url} means this computer only.", "set the name people use.")
    return ok("CRM_BASE_URL", f"{url}.")


def _proxies(environ: Mapping[str, str], production: bool) -> Finding:
    name = "CRM_TRUSTED_PROXIES"
    try:
        hops = read_count(environ, name)
    except ConfigError as refused:
        return wrong(name, str(refused).removeprefix(name).strip(), "0 without a proxy, 1 behind one.")
    if production and hops == 0 and read_base_url(environ).startswith("https:"):
        found = "0, but somebody else must do the TLS: all visitors then seem to come from one address."
        return look(name, found, "set it to the number of proxies, mostly 1.")
    if hops > 3:
        return look(
            name, f"{hops} is many: visitors could invent their address.", "count the proxies you run yourself."
        )
    return ok(name, f"{hops}.")


def _sign_in_limit(limit: str) -> Finding:
    try:
        parse_many(limit)
    except ValueError:
        return wrong("CRM_SIGN_IN_LIMIT", f"{limit!r} is no limit.", "write it as 10 per minute.")
    return ok("CRM_SIGN_IN_LIMIT", f"{limit}.")


def _address(environ: Mapping[str, str], production: bool) -> Finding:
    host, port = environ.get("HOST") or "127.0.0.1", environ.get("PORT") or "5000"
    if not port.isdigit() or not 0 < int(port) < 65536:
        return wrong("PORT", f"{port!r} is no port.", "a number from 1 to 65535.")
    if not production and host not in LOOPBACK:
        found = f"{host}:{port} can be reached from other computers, and this is development."
        return look("HOST", found, "python3 run.py serve, or HOST=127.0.0.1.")
    return ok("HOST and PORT", f"{host}:{port}.")


def _processes(environ: Mapping[str, str]) -> Finding:
    number = environ.get("WEB_CONCURRENCY") or "1"
    if not number.isdigit() or int(number) < 1:
        return wrong("WEB_CONCURRENCY", f"{number!r} is no number of processes.", "WEB_CONCURRENCY=1")
    if int(number) > 1 and not environ.get("CRM_REDIS_URL"):
        found = f"{number} processes each count failed sign-ins for themselves."
        return wrong("WEB_CONCURRENCY", found, "set CRM_REDIS_URL, or take one process.")
    return ok("WEB_CONCURRENCY", f"{number}.")
