"""Static files: gathers ours and the packages', names them by their content, compresses them; compiles translations.

Serving them is WhiteNoise's work (crm.create_app). Nothing of Flask is used here.
"""

import hashlib
import json
import os
import re
import time
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path, PurePosixPath
from posixpath import normpath
from typing import Any

import brotli
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from zopfli.gzip import compress as zopfli_gzip

ROOT = Path(__file__).resolve().parent.parent
OURS = ROOT / "crm" / "static"
TRANSLATIONS = ROOT / "crm" / "translations"
BUILD = ROOT / "build"
ICON_NAMES = "icons.txt"
SPRITE = "img/icons.svg"
PREFIX = "/static/"

HASHED = re.compile(r"\.[0-9a-f]{12}\.\w+$")
URL = re.compile(r"""url\(\s*(?:"([^"]*)"|'([^']*)'|([^'")\s]+))\s*\)""")
SOURCE_MAP = re.compile(rb"(?:/\*# sourceMappingURL=[^*]*\*/|^//# sourceMappingURL=.*$)\s*", re.MULTILINE)
SYMBOL = re.compile(r'<symbol [^>]*?viewBox="([^"]+)" id="([^"]+)">(.*?)</symbol>', re.DOTALL)
TEXT = {".css", ".js", ".svg", ".json", ".webmanifest", ".txt", ".html", ".xml"}
# A page that was opened before an update still asks for the files of its own time.
KEEP_OLD_SECONDS = 7 * 24 * 3600


class AssetError(LookupError):
    """A static file is missing or names something that is; the text says which."""


def static_url(manifest: dict[str, str], name: str) -> str:
    """`css/app.css` -> `/static/css/app.<hash>.css`. Raises AssetError for a name nobody built."""
    if name not in manifest:
        raise AssetError(f"There is no static file {name!r}. Is it in crm/static/ (icons: in crm/static/{ICON_NAMES})?")
    return PREFIX + manifest[name]


def immutable_file_test(path: str, url: str) -> bool:
    """For WhiteNoise: a name that carries its hash may be cached for ever."""
    return HASHED.search(url) is not None


def whitenoise_options() -> dict[str, Any]:
    """Keyword arguments for `WhiteNoise(app.wsgi_app, ...)`."""
    return {
        "root": str(BUILD / "static"),
        "prefix": PREFIX,
        "max_age": 0,
        "allow_all_origins": False,
        "immutable_file_test": immutable_file_test,
        "add_headers_function": _add_headers,
        "mimetypes": {".webmanifest": "application/manifest+json"},
    }


def load_manifest() -> dict[str, str]:
    """Plain name -> hashed name, both relative to the static folder. Builds first: 5 ms when nothing is new."""
    return build()


def build(target: Path = BUILD, ours: Path = OURS, translations: Path = TRANSLATIONS) -> dict[str, str]:
    """Brings static files and translations up to date, returns the manifest. Two processes may do it at once."""
    compile_translations(translations)
    sources = {name: path.read_bytes() for name, path in _sources(ours)}
    fingerprint = _fingerprint(sources)
    built = _read_manifest(target / "manifest.json", fingerprint)
    if built and all((target / "static" / name).exists() for name in built.values()):
        return built

    contents = _prepare(sources)
    manifest: dict[str, str] = {}
    # Style sheets last: they name the other files.
    for name in sorted(contents, key=lambda name: (name.endswith(".css"), name)):
        data = _with_hashed_urls(name, contents[name], manifest) if name.endswith(".css") else contents[name]
        manifest[name] = _hashed_name(name, data)
        _write_compressed(target / "static" / manifest[name], data)
    text = json.dumps({"fingerprint": fingerprint, "files": manifest}, indent=1, sort_keys=True)
    _write(target / "manifest.json", text.encode())
    _remove_old(target / "static", set(manifest.values()))
    return manifest


def compile_translations(folder: Path = TRANSLATIONS) -> int:
    """Makes `.mo` beside each newer `.po`; returns how many were made."""
    made = 0
    for source in sorted(folder.glob("*/LC_MESSAGES/*.po")):
        target = source.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime_ns >= source.stat().st_mtime_ns:
            continue
        with source.open("rb") as file:
            catalogue = read_po(file, locale=source.parent.parent.name, abort_invalid=True)
        fresh = _beside(target)
        with fresh.open("wb") as out:
            write_mo(out, catalogue)
        os.replace(fresh, target)
        made += 1
    return made


def _sources(ours: Path) -> Iterator[tuple[str, Path]]:
    bootstrap = _package_folder("flask_bootstrap") / "static" / "bootstrap5"
    yield "css/bootstrap.min.css", bootstrap / "css" / "bootstrap.min.css"
    yield SPRITE, bootstrap / "icons" / "bootstrap-icons.svg"
    yield "js/htmx.min.js", _package_folder("js_lib_htmx") / "static" / "htmx" / "htmx.min.js"
    for path in sorted(ours.rglob("*")):
        if path.is_file() and not path.name.startswith("."):
            yield path.relative_to(ours).as_posix(), path


def _package_folder(name: str) -> Path:
    spec = find_spec(name)
    if spec is None or spec.origin is None:
        raise AssetError(f"The Python package {name} is not installed. Run: python3 run.py setup")
    return Path(spec.origin).parent


def _prepare(sources: dict[str, bytes]) -> dict[str, bytes]:
    """What is published: no maps of sources we do not ship, and of the icons only those we use."""
    contents = {name: data for name, data in sources.items() if name != ICON_NAMES}
    wanted = sources.get(ICON_NAMES, b"").decode().splitlines()
    names = {line.strip() for line in wanted if line.strip() and not line.startswith("#")}
    contents[SPRITE] = _cut_sprite(contents[SPRITE].decode(), names)
    for name in contents:
        if name.endswith((".css", ".js")):
            contents[name] = SOURCE_MAP.sub(b"", contents[name])
    return contents


def _cut_sprite(whole: str, names: set[str]) -> bytes:
    symbols = {name: (box, shape) for box, name, shape in SYMBOL.findall(whole)}
    unknown = sorted(names - symbols.keys())
    if unknown:
        raise AssetError(f"crm/static/{ICON_NAMES}: bootstrap-icons does not have {', '.join(unknown)}")
    body = "".join(
        f'<symbol id="{name}" viewBox="{symbols[name][0]}">{symbols[name][1]}</symbol>' for name in sorted(names)
    )
    return f'<svg xmlns="http://www.w3.org/2000/svg">{body}</svg>\n'.encode()


def _with_hashed_urls(name: str, data: bytes, manifest: dict[str, str]) -> bytes:
    def replace(match: re.Match[str]) -> str:
        address = next(group for group in match.groups() if group is not None)
        if address.startswith(("data:", "#")):
            return match[0]
        path, mark, rest = address.partition("#")
        target = normpath(str(PurePosixPath(name).parent / path))
        if target not in manifest:
            raise AssetError(f"crm/static/{name} uses url({address}), which is no static file of ours")
        return f'url("{PREFIX}{manifest[target]}{mark}{rest}")'

    return URL.sub(replace, data.decode()).encode()


def _hashed_name(name: str, data: bytes) -> str:
    path = PurePosixPath(name)
    return str(path.with_name(f"{path.stem}.{hashlib.sha256(data).hexdigest()[:12]}{path.suffix}"))


def _fingerprint(sources: dict[str, bytes]) -> str:
    total = hashlib.sha256(Path(__file__).read_bytes())
    for name, data in sorted(sources.items()):
        total.update(f"{name}\0{len(data)}\0".encode() + data)
    return total.hexdigest()


def _read_manifest(file: Path, fingerprint: str) -> dict[str, str]:
    """The files of the last build, or nothing when that was made from other sources."""
    try:
        known = json.loads(file.read_bytes())
    except (FileNotFoundError, ValueError):
        return {}
    return dict(known["files"]) if known["fingerprint"] == fingerprint else {}


def _write_compressed(file: Path, data: bytes) -> None:
    if file.exists():  # its name is its content, and it is written after its compressed forms
        return
    if file.suffix in TEXT:
        # Zopfli's gzip is a tenth smaller than gzip -9: 4 KB less for a phone on plain HTTP, which gets no brotli.
        for suffix, packed in ((".gz", zopfli_gzip(data)), (".br", brotli.compress(data, quality=11))):
            if len(packed) < len(data):
                _write(file.with_name(file.name + suffix), packed)
    _write(file, data)


def _write(file: Path, data: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = _beside(file)
    fresh.write_bytes(data)
    os.replace(fresh, file)


def _beside(file: Path) -> Path:
    """A name for a file in the making: nobody may see half of one, not even a second process that makes the same."""
    return file.with_name(f".{file.name}.{os.getpid()}")


def _remove_old(folder: Path, current: set[str]) -> None:
    oldest = time.time() - KEEP_OLD_SECONDS
    for file in folder.rglob("*"):
        name = file.relative_to(folder).as_posix().removesuffix(".gz").removesuffix(".br")
        if file.is_file() and name not in current and file.stat().st_mtime < oldest:
            file.unlink(missing_ok=True)


def _add_headers(headers: Any, path: str, url: str) -> None:
    headers["X-Content-Type-Options"] = "nosniff"
    headers["Cross-Origin-Resource-Policy"] = "same-origin"
