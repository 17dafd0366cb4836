"""The environment read once into a frozen record. Refuses weak secrets in production, makes its own in development."""

import os
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

ROOT = Path(__file__).resolve().parent.parent
KEY_BYTES = 32
MINIMUM_SECRET = 32
DRIVERS = frozenset({"sqlite", "sqlite+pysqlite", "postgresql", "postgresql+psycopg"})


class ConfigError(RuntimeError):
    """A setting is missing or weak; the text says which and how to mend it."""


@dataclass(frozen=True, slots=True)
class Config:
    """Every setting of the program. Keys are raw 32-byte AES keys, newest first."""

    secret_key: str = field(repr=False)
    encryption_keys: tuple[bytes, ...] = field(repr=False)
    database_url: str
    instance: Path
    base_url: str = "http://127.0.0.1:5000"
    redis_url: str | None = None
    smtp_url: str | None = field(default=None, repr=False)
    sms_url: str | None = field(default=None, repr=False)
    sign_in_limit: str = "10 per minute"
    trusted_proxies: int = 0
    demo: bool = True
    production: bool = False
    testing: bool = False
    host: str = "127.0.0.1"
    #: The second application of crm/examples.py; never set from the environment.
    examples: bool = False

    @classmethod
    def from_environment(cls, environ: Mapping[str, str] = os.environ) -> "Config":
        """Reads CRM_* (docs/operations.md). Raises ConfigError where a value is missing, wrong or weak."""
        instance = Path(environ.get("CRM_INSTANCE", ROOT / "instance"))
        production = environ.get("CRM_ENV", "development") == "production"
        if not production:
            environ = {**own_secrets(instance), **environ}
        return cls(
            secret_key=read_secret_key(environ, production),
            encryption_keys=read_encryption_keys(environ),
            database_url=read_database_url(environ, instance),
            instance=instance,
            base_url=read_base_url(environ),
            redis_url=environ.get("CRM_REDIS_URL") or None,
            smtp_url=environ.get("CRM_SMTP_URL") or None,
            sms_url=environ.get("CRM_SMS_URL") or None,
            sign_in_limit=environ.get("CRM_SIGN_IN_LIMIT") or "10 per minute",
            trusted_proxies=read_count(environ, "CRM_TRUSTED_PROXIES"),
            demo=environ.get("CRM_DEMO", "1") != "0",
            production=production,
            host=environ.get("HOST", "127.0.0.1"),
        )

    @property
    def trusted_hosts(self) -> list[str]:
        names = {"127.0.0.1", "localhost", "[::1]", urlsplit(self.base_url).hostname or "", self.host}
        return sorted(names - {"", "0.0.0.0", "::"})  # noqa: S104 - these are removed here, nothing is bound

    def flask_settings(self) -> dict[str, object]:
        return {
            "SECRET_KEY": self.secret_key,
            "SQLALCHEMY_DATABASE_URI": self.database_url,
            "SQLALCHEMY_ENGINE_OPTIONS": _engine_options(self.database_url),
            "TESTING": self.testing,
            "TRUSTED_HOSTS": self.trusted_hosts,
            "MAX_CONTENT_LENGTH": 10 * 1024 * 1024,
            "MAX_FORM_MEMORY_SIZE": 1024 * 1024,
            "SESSION_COOKIE_NAME": "korpu_examples" if self.examples else "korpu",
            "SESSION_COOKIE_HTTPONLY": True,
            "SESSION_COOKIE_SAMESITE": "Lax",
            "SESSION_REFRESH_EACH_REQUEST": False,
            "WTF_CSRF_TIME_LIMIT": None,
            "RATELIMIT_STORAGE_URI": self.redis_url or "memory://",
            "RATELIMIT_IN_MEMORY_FALLBACK_ENABLED": self.redis_url is not None,
            "BABEL_DEFAULT_LOCALE": "az",
            "BABEL_DEFAULT_TIMEZONE": "Asia/Baku",
            "BABEL_TRANSLATION_DIRECTORIES": str(ROOT / "crm" / "translations"),
        }


def _engine_options(url: str) -> dict[str, object]:
    if url.startswith("sqlite"):
        return {"connect_args": {"timeout": 30}}
    return {"pool_pre_ping": True, "pool_size": 10, "max_overflow": 10}


def read_database_url(environ: Mapping[str, str], instance: Path) -> str:
    address = environ.get("CRM_DATABASE_URL") or f"sqlite:///{instance / 'korpu.db'}"
    try:
        known = make_url(address).drivername in DRIVERS
    except ArgumentError:
        known = False
    if not known:
        raise ConfigError(
            "CRM_DATABASE_URL is no address of a database we know. Set it to "
            "postgresql+psycopg://user:password@host/name or sqlite:////folder/file, or leave it out."
        )
    return address


def read_base_url(environ: Mapping[str, str]) -> str:
    return (environ.get("CRM_BASE_URL") or f"http://127.0.0.1:{environ.get('PORT', '5000')}").rstrip("/")


def read_count(environ: Mapping[str, str], name: str) -> int:
    value = environ.get(name, "0")
    if not value.isdigit():
        raise ConfigError(f"{name} must be a whole number, not {value!r}.")
    return int(value)


def read_secret_key(environ: Mapping[str, str], production: bool) -> str:
    secret_key = environ.get("CRM_SECRET_KEY", "")
    if len(secret_key) < MINIMUM_SECRET or len(set(secret_key)) < (8 if production else 1):
        raise ConfigError(
            "CRM_SECRET_KEY is missing or weak. Set it to 48 random characters: "
            'python3 -c "import secrets; print(secrets.token_urlsafe(36))"'
        )
    return secret_key


def read_encryption_keys(environ: Mapping[str, str]) -> tuple[bytes, ...]:
    value = environ.get("CRM_ENCRYPTION_KEYS", "")
    try:
        keys = tuple(urlsafe_b64decode(part.strip()) for part in value.split(",") if part.strip())
    except ValueError:
        keys = ()
    if not keys or any(len(key) != KEY_BYTES for key in keys):
        raise ConfigError(
            "CRM_ENCRYPTION_KEYS is missing or wrong. Set it to one or more keys of 32 bytes in URL-safe base64, newest first: "
            'python3 -c "import base64, os; print(base64.urlsafe_b64encode(os.urandom(32)).decode())"'
        )
    return keys


def own_secrets(instance: Path) -> dict[str, str]:
    """Development keeps its own random secrets in one file that only its owner can read."""
    file = instance / "secrets.env"
    if not file.exists():
        instance.mkdir(mode=0o700, parents=True, exist_ok=True)
        made = {
            "CRM_SECRET_KEY": secrets.token_urlsafe(36),
            "CRM_ENCRYPTION_KEYS": urlsafe_b64encode(secrets.token_bytes(KEY_BYTES)).decode(),
        }
        fresh = file.with_suffix(f".{os.getpid()}")
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as out:
            out.writelines(f"{name}={value}\n" for name, value in made.items())
        try:
            os.link(fresh, file)  # the first of two starting processes wins; the other reads its file
        except FileExistsError:
            pass
        finally:
            fresh.unlink()
    lines = file.read_text().splitlines()
    return dict(line.split("=", 1) for line in lines if "=" in line and not line.startswith("#"))
