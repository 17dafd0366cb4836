"""What everybody may know of a vacancy, and nothing else: pages, feed and search engines get this, never the record."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from flask_babel.speaklater import LazyString
from markupsafe import Markup, escape

from crm.forms import BAKU
from crm.i18n import in_language
from crm.places.names import label
from crm.vacancies.enums import Hours, Importance
from crm.vacancies.models import Vacancy

#: schema.org's words for hours. Shifts and flexible hours say nothing about how many they are.
EMPLOYMENT = {
    Hours.FULL: "FULL_TIME",
    Hours.PART: "PART_TIME",
    Hours.MORNING: "PART_TIME",
    Hours.SEASONAL: "TEMPORARY",
}


ESCO = "http://data.europa.eu/esco"


@dataclass(frozen=True, slots=True)
class Job:
    """An open vacancy in the reader's language. Pay is AZN a month; the phone is the centre's, never a person's."""

    public_id: UUID
    title: str
    text: str
    company: str
    place: str
    settlement: str
    rayon: str
    hours: Hours | None
    weekly_hours: int | None
    night: bool | None
    weekend: bool | None
    transport_provided: bool | None
    training_provided: bool | None
    home_based: bool | None
    pay_min: Decimal | None
    pay_max: Decimal | None
    openings: int
    needed: tuple[str, ...]
    desired: tuple[str, ...]
    published_on: date
    updated_at: datetime
    centre: str
    centre_kind: LazyString
    centre_phone: str
    centre_address: str


def job_of(vacancy: Vacancy) -> Job:
    """A place without a settlement is where the company is."""
    rayon = vacancy.settlement.rayon if vacancy.settlement else vacancy.partner.rayon
    named = in_language(rayon) if rayon else ""
    return Job(
        public_id=vacancy.public_id,
        title=vacancy.title,
        text=vacancy.text,
        company=vacancy.partner.name,
        place=label(vacancy.settlement) if vacancy.settlement else named,
        settlement=in_language(vacancy.settlement) if vacancy.settlement else "",
        rayon=named,
        hours=vacancy.hours,
        weekly_hours=vacancy.weekly_hours,
        night=vacancy.night,
        weekend=vacancy.weekend,
        transport_provided=vacancy.transport_provided,
        training_provided=vacancy.training_provided,
        home_based=vacancy.home_based,
        pay_min=vacancy.pay_min,
        pay_max=vacancy.pay_max,
        openings=vacancy.openings,
        needed=_needs(vacancy, Importance.REQUIRED),
        desired=_needs(vacancy, Importance.DESIRED),
        published_on=vacancy.published_on or vacancy.created_at.astimezone(BAKU).date(),
        updated_at=vacancy.updated_at,
        centre=vacancy.centre.name,
        centre_kind=vacancy.centre.kind.label,
        centre_phone=vacancy.centre.phone,
        centre_address=vacancy.centre.address,
    )


def _needs(vacancy: Vacancy, importance: Importance) -> tuple[str, ...]:
    return tuple(in_language(need.concept, "label") for need in vacancy.needs if need.importance == importance)


def posting(job: Job, url: str, skills: Sequence[tuple[str, Sequence[str]]] = ()) -> dict[str, Any]:
    """schema.org's JobPosting, what search engines read. What is not known is left out.

    `skills`: what is needed, each with its addresses in ESCO."""
    said = {
        "@context": "https://schema.org/",
        "@type": "JobPosting",
        "title": job.title,
        "description": Markup("<br>").join(escape(job.text or job.title).splitlines()),
        "identifier": {"@type": "PropertyValue", "name": "Körpü", "value": str(job.public_id)},
        "url": url,
        "datePosted": job.published_on.isoformat(),
        "employmentType": EMPLOYMENT.get(job.hours) if job.hours else None,
        "totalJobOpenings": job.openings,
        "directApply": False,
        "hiringOrganization": {"@type": "Organization", "name": job.company},
        "jobLocation": _location(job),
        "baseSalary": _salary(job),
        "skills": [_skill(name, uris) for name, uris in skills] or None,
    }
    if job.home_based or job.hours == Hours.HOME:
        said["jobLocationType"] = "TELECOMMUTE"
        said["applicantLocationRequirements"] = {"@type": "Country", "name": "AZ"}
    return _known(said)


def _skill(name: str, uris: Sequence[str]) -> str | dict[str, Any]:
    if not uris:
        return name
    return {"@type": "DefinedTerm", "name": name, "url": uris[0], "inDefinedTermSet": ESCO}


def _location(job: Job) -> dict[str, Any]:
    address = {"addressLocality": job.settlement, "addressRegion": job.rayon, "addressCountry": "AZ"}
    return {"@type": "Place", "address": {"@type": "PostalAddress", **_known(address)}}


def _salary(job: Job) -> dict[str, Any] | None:
    low, high = (float(pay) if pay is not None else None for pay in (job.pay_min, job.pay_max))
    if low is None and high is None:
        return None
    amount = {"value": low} if low == high else _known({"minValue": low, "maxValue": high})
    value = {"@type": "QuantitativeValue", "unitText": "MONTH", **amount}
    return {"@type": "MonetaryAmount", "currency": "AZN", "value": value}


def _known(said: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in said.items() if value not in (None, "")}
