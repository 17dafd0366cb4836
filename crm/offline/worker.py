"""The service worker as it is served: our script with the list of files it brings along, and the manifest of the app."""

from functools import cache
from hashlib import sha256
from json import dumps
from typing import Any

from crm.assets import OURS, load_manifest, static_url

SCRIPT = OURS / "js" / "worker.js"
ICONS = (
    ("img/app-192.png", "192x192", "any"),
    ("img/app-512.png", "512x512", "any"),
    ("img/app-maskable.png", "512x512", "maskable"),
)


@cache
def script() -> str:
    """Begins with its files and a version of its own, so that the browser sees when either has changed."""
    manifest = load_manifest()
    files = sorted(static_url(manifest, name) for name in manifest if name.endswith((".css", ".js", ".svg")))
    code = SCRIPT.read_text(encoding="utf-8")
    version = sha256(f"{files}{code}".encode()).hexdigest()[:12]
    return f'"use strict";\nconst VERSION = {dumps(version)};\nconst FILES = {dumps(files)};\n{code}'


def app_manifest(*, language: str, start: str, words: str) -> dict[str, Any]:
    """What a phone needs to put the program on its home screen."""
    manifest = load_manifest()
    return {
        "id": "/",
        "name": "Körpü",
        "short_name": "Körpü",
        "description": words,
        "lang": language,
        "start_url": start,
        "scope": "/",
        "display": "standalone",
        "background_color": "#faf7f2",
        "theme_color": "#9b2335",
        "icons": [
            {"src": static_url(manifest, name), "sizes": size, "type": "image/png", "purpose": purpose}
            for name, size, purpose in ICONS
        ],
    }
