"""`flask translations`: collects the texts of code and templates into the catalogues, names what is untranslated."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import click
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po, write_po

from crm.cli import Group, fail, say
from crm.config import ROOT
from crm.i18n import LANGUAGES

FOLDER = ROOT / "crm" / "translations"
SOURCE_LANGUAGE = "en"  # the texts in the code are the English ones
KEYWORDS: dict[str, tuple[int, ...] | None] = {
    "_": None,
    "_l": None,
    "_n": (1, 2),
    "gettext": None,
    "lazy_gettext": None,
    "ngettext": (1, 2),
}

command = Group("translations", help="Texts in Azerbaijani and Russian.")


@command.command("update")
def update() -> None:
    """Brings the catalogues up to date with the code; existing translations stay, nothing is guessed."""
    template = texts_in_use()
    for language in sorted(set(LANGUAGES) - {SOURCE_LANGUAGE}):
        path = catalogue_path(language)
        catalogue = read_catalogue(language)
        catalogue.update(template, no_fuzzy_matching=True)
        catalogue.obsolete.clear()
        out = BytesIO()
        write_po(out, catalogue, omit_header=False, sort_output=True, no_location=True, width=120)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(out.getvalue())
        say(f"{language}: {len(catalogue)} texts, {sum(1 for _text in untranslated(language))} untranslated")


@command.command("missing")
def missing() -> None:
    """Lists the texts that have no translation yet."""
    lines = [f"{code}: {text}" for code in sorted(set(LANGUAGES) - {SOURCE_LANGUAGE}) for text in untranslated(code)]
    click.echo("\n".join(lines)) if lines else say("every text is translated")
    if lines:
        fail(f"{len(lines)} translations are missing")


def catalogue_path(language: str) -> Path:
    return FOLDER / language / "LC_MESSAGES" / "messages.po"


def read_catalogue(language: str) -> Catalog:
    path = catalogue_path(language)
    if not path.exists():
        return Catalog(locale=language, project="korpu", fuzzy=False)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def texts_in_use() -> Catalog:
    """Every text of code and templates, without the places where it stands."""
    with (FOLDER / "babel.cfg").open() as file:
        methods, options = parse_mapping_cfg(file)  # type: ignore[no-untyped-call]  # Babel gives it no types
    template = Catalog(project="korpu", fuzzy=False)
    for folder in ("crm", "templates"):
        below = [(pattern.removeprefix(f"{folder}/"), method) for pattern, method in methods]
        # Babel's own filter leaves out folders that start with "_", and _macros is one.
        found = extract_from_dir(ROOT / folder, below, options, KEYWORDS, directory_filter=lambda _folder: True)
        for _file, _line, text, _comments, context in found:
            template.add(text, context=context)
    return template


def untranslated(language: str) -> Iterator[str]:
    """Texts in use without a complete translation that is not marked fuzzy."""
    catalogue = read_catalogue(language)
    for message in texts_in_use():
        if not message.id:
            continue
        known = catalogue.get(message.id)
        said = known.string if known is not None and not known.fuzzy else ""
        if not said or (isinstance(said, tuple | list) and not all(said)):
            yield message.id if isinstance(message.id, str) else message.id[0]
