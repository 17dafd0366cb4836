"""The open jobs as an Atom feed (RFC 4287), for readers and for whoever passes them on."""

import re
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, time
from xml.etree import ElementTree

from crm.forms import BAKU, today
from crm.i18n import _
from crm.jobs.job import Job

ATOM = "http://www.w3.org/2005/Atom"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
#: Characters XML 1.0 cannot hold, not even escaped.
FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def atom(jobs: Iterable[Job], *, language: str, self_url: str, list_url: str, url_of: Callable[[Job], str]) -> bytes:
    """The feed as XML. All addresses are absolute; `url_of` gives that of one job."""
    jobs = list(jobs)
    ElementTree.register_namespace("", ATOM)
    feed = ElementTree.Element(_tag("feed"), {LANGUAGE: language})
    _add(feed, "id", list_url)
    _add(feed, "title", _("Open jobs"))
    _add(feed, "link", rel="self", type="application/atom+xml", href=self_url)
    _add(feed, "link", rel="alternate", type="text/html", href=list_url)
    _add(feed, "updated", _moment(max((_updated(job) for job in jobs), default=_midnight(today()))))
    for job in jobs:
        entry = ElementTree.SubElement(feed, _tag("entry"))
        _add(entry, "id", job.public_id.urn)
        _add(entry, "title", job.title)
        _add(entry, "link", rel="alternate", type="text/html", href=url_of(job))
        _add(entry, "published", _moment(_midnight(job.published_on)))
        _add(entry, "updated", _moment(_updated(job)))
        _add(ElementTree.SubElement(entry, _tag("author")), "name", job.company)
        _add(entry, "summary", "\n".join(filter(None, (job.place, job.text))) or job.title)
    whole: bytes = ElementTree.tostring(feed, encoding="utf-8", xml_declaration=True)
    return whole


def _add(parent: ElementTree.Element, name: str, text: str | None = None, **attributes: str) -> None:
    child = ElementTree.SubElement(parent, _tag(name), attributes)
    child.text = FORBIDDEN.sub("", text) if text else None


def _tag(name: str) -> str:
    return f"{{{ATOM}}}{name}"


def _updated(job: Job) -> datetime:
    return max(job.updated_at, _midnight(job.published_on))


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), BAKU)


def _moment(value: datetime) -> str:
    return value.astimezone(UTC).isoformat(timespec="seconds")
