"""The computer: folder, disk, static files, the parts for PDF files, Redis."""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path

from crm.assets import AssetError, build
from crm.doctor.finding import Finding, look, ok, wrong

MB = 1024 * 1024
#: Below the first, writing is about to fail; below the second, there is no room for a backup.
FULL, LITTLE = 200 * MB, 1024 * MB
FONT = "NotoSans-Regular.ttf"
FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts", "~/.local/share/fonts")


def check(environ: Mapping[str, str], instance: Path) -> Iterator[Finding]:
    yield from folder(instance)
    yield from disk(instance)
    yield static_files()
    yield pdf()
    if url := environ.get("CRM_REDIS_URL"):
        yield redis(url)


def folder(instance: Path) -> Iterator[Finding]:
    what = "instance folder"
    try:
        instance.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=instance):
            pass
    except OSError as error:
        yield wrong(what, f"{instance} cannot be written ({error.strerror}).", "give it to the user of the server.")
        return
    if os.name != "posix":
        yield ok(what, f"{instance}.")
        return
    if instance.stat().st_mode & 0o077:
        yield look(what, f"{instance} is open to other users of this computer.", f"chmod 700 {instance}")
    else:
        yield ok(what, f"{instance}.")
    secrets = instance / "secrets.env"
    if secrets.exists() and secrets.stat().st_mode & 0o077:
        yield wrong("secrets", f"{secrets} can be read by other users.", f"chmod 600 {secrets}, then change the keys.")


def disk(instance: Path) -> Iterator[Finding]:
    if not instance.exists():
        return
    free = shutil.disk_usage(instance).free
    found = f"{free // MB} MB free."
    if free < FULL:
        yield wrong("disk", found, "make room: soon nothing can be written.")
    elif free < LITTLE:
        yield look("disk", found, "make room for the data and their backups.")
    else:
        yield ok("disk", found)


def static_files() -> Finding:
    try:
        return ok("static files", f"{len(build())} built.")
    except (AssetError, OSError) as error:
        return wrong("static files", f"{error}", "python3 run.py setup")


def pdf() -> Finding:
    """Reports in PDF alone need Pango and a font with the letters of all three languages."""
    what, mend = "PDF files", "on Debian: apt-get install libpango-1.0-0 libpangoft2-1.0-0 fonts-noto-core"
    try:
        import_module("weasyprint")  # it loads the libraries
    except OSError:
        return look(what, "the Pango library is missing, so reports come as Excel files only.", mend)
    folders = [Path(name).expanduser() for name in FONT_FOLDERS]
    if sys.platform == "linux" and not any(any(place.rglob(FONT)) for place in folders if place.exists()):
        return look(what, "the font Noto Sans is missing; ə or ₼ may come out as a box.", mend)
    return ok(what, "can be printed.")


def redis(url: str) -> Finding:
    from redis import Redis, RedisError

    mend = "start it, or correct CRM_REDIS_URL (redis://host:6379/0)."
    try:
        Redis.from_url(url, socket_connect_timeout=3, socket_timeout=3).ping()
    except (RedisError, ValueError, OSError) as error:
        return wrong("CRM_REDIS_URL", f"Redis does not answer ({_first_line(error)}).", mend)
    return ok("CRM_REDIS_URL", "Redis answers.")


def _first_line(error: Exception) -> str:
    return str(error).splitlines()[0][:150] if str(error) else type(error).__name__
