"""What is wrong with a page, as far as a program can see it. An empty list means: nothing."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

import tinyhtml5
from werkzeug.exceptions import HTTPException
from werkzeug.routing import MapAdapter, RequestRedirect

#: Controls that need no label.
UNLABELLED = {"hidden", "submit", "button", "image"}
LEFT_OVER = re.compile(r"\bNone\b|\{\{|\}\}|\{%|%\(\w+\)s|<built-in|<function|object at 0x")
#: Words that stand in almost every English sentence, and in no Azerbaijani or Russian one.
ENGLISH = re.compile(r"\b(?:the|and|of|with|this|please|your|you|not)\b", re.I)
#: Hidden fields: they are missing only from a form that somebody made up, so their mistake has nowhere to lead.
NEVER_SHOWN = {"purpose", "language"}
#: Attributes that people read or hear.
SPOKEN = {"alt", "title", "placeholder", "aria-label"}
TITLE_ENDS = "· Körpü"


def faults(text: str, routes: MapAdapter, language: str) -> list[str]:
    """`routes` tells whether a local address exists; `language` is the one the page must say it is in."""
    root = tinyhtml5.parse(text, namespace_html_elements=False)
    checks: list[Callable[[Element], Iterator[str]]] = [
        _headings,
        partial(_language, language=language),
        _ids,
        _labels,
        _names,
        _pictures,
        _left_overs,
        partial(_foreign_words, language=language),
        _code,
        partial(_addresses, routes=routes),
    ]
    return [fault for check in checks for fault in check(root)]


def _headings(root: Element) -> Iterator[str]:
    headings = ["".join(one.itertext()).strip() for one in root.iter("h1")]
    if len(headings) != 1 or not headings[0]:
        yield f"h1: {headings}"
    title = "".join(root.findtext("head/title") or "").strip()
    if not title.removesuffix(TITLE_ENDS).strip() or not title.endswith(TITLE_ENDS):
        yield f"title: {title!r}"


def _language(root: Element, language: str) -> Iterator[str]:
    if root.get("lang") != language:
        yield f"lang={root.get('lang')}"


def _ids(root: Element) -> Iterator[str]:
    found = Counter(one.get("id") for one in root.iter() if one.get("id"))
    yield from (f"id {name} {times} times" for name, times in found.items() if times > 1)
    for one in root.iter():
        for attribute in ("for", "aria-describedby", "aria-labelledby", "list", "form"):
            yield from (
                f"{attribute}={name} leads nowhere" for name in one.get(attribute, "").split() if name not in found
            )


def _labels(root: Element) -> Iterator[str]:
    named = {one.get("for") for one in root.iter("label")}
    inside = {id(one) for label in root.iter("label") for one in label.iter()}
    for tag in ("input", "select", "textarea"):
        for one in root.iter(tag):
            labelled = (
                one.get("aria-label") or one.get("aria-labelledby") or one.get("id") in named or id(one) in inside
            )
            if one.get("type") not in UNLABELLED and not labelled:
                yield f"no label: <{tag} name={one.get('name')}>"


def _names(root: Element) -> Iterator[str]:
    """Links and buttons say what they are for."""
    for tag in ("a", "button", "summary"):
        for one in root.iter(tag):
            said = "".join(one.itertext()).strip() or one.get("aria-label") or one.get("title")
            if not said and not any(inner.get("aria-label") or inner.get("alt") for inner in one.iter()):
                yield f"<{tag} {dict(one.attrib)}> says nothing"


def _pictures(root: Element) -> Iterator[str]:
    yield from (f"no alt: {one.get('src')}" for one in root.iter("img") if one.get("alt") is None)


def _left_overs(root: Element) -> Iterator[str]:
    """Text of the program that should not have reached the page."""
    for one in root.iter():
        if one.tag in ("script", "textarea"):
            continue
        for said in (one.text, one.tail, *(text for name, text in one.attrib.items() if name != "content")):
            if said and LEFT_OVER.search(said):
                yield f"left over: {said.strip()[:80]}"


def _foreign_words(root: Element, language: str) -> Iterator[str]:
    """English on a page that is not: a text nobody translated, or one whose element does not say `lang="en"`."""
    if language == "en" or root.tag in ("script", "style"):
        return
    inner = root.get("lang", language)
    for said in (root.text, *(text for name, text in root.attrib.items() if name in SPOKEN)):
        if inner == language and said and ENGLISH.search(said):
            yield f"English: {said.strip()[:80]}"
    for one in root:
        yield from _foreign_words(one, inner)
        if inner == language and one.tail and ENGLISH.search(one.tail):
            yield f"English: {one.tail.strip()[:80]}"


def _code(root: Element) -> Iterator[str]:
    """The policy of the headers forbids these; a browser would drop them in silence."""
    for one in root.iter():
        yield from (f"{name} on <{one.tag}>" for name in one.attrib if name == "style" or name.startswith("on"))
        if one.tag == "style" or (
            one.tag == "script" and not one.get("src") and one.get("type") != "application/ld+json"
        ):
            yield f"<{one.tag}> inside the page"


def _addresses(root: Element, routes: MapAdapter) -> Iterator[str]:
    anchors = {one.get("id") for one in root.iter()} | NEVER_SHOWN
    for one in root.iter():
        method = (one.get("method") or "get").upper() if one.tag == "form" else "GET"
        for attribute, by in (("href", "GET"), ("action", method), ("hx-get", "GET"), ("hx-post", "POST")):
            target = one.get(attribute)
            if target is None or urlsplit(target).scheme or target.startswith("/static/") or "svg" in str(one.tag):
                continue
            path = urlsplit(target).path
            if path and not _exists(routes, path, by):
                yield f"{by} {target} leads nowhere"
            if not path and target.startswith("#") and len(target) > 1 and target[1:] not in anchors:
                yield f"{target} leads nowhere"


def _exists(routes: MapAdapter, path: str, method: str) -> bool:
    try:
        routes.match(path, method)
    except RequestRedirect:
        return True
    except HTTPException:
        return False
    return True
