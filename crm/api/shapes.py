"""What leaves by the API: allow-lists. A woman, a contact person or a note of staff is in none of them."""

from typing import Any

from crm.i18n import in_language
from crm.partners.models import Partner
from crm.vacancies.models import Vacancy
from crm.web import Page


def page_of(found: Page[Any], items: list[dict[str, Any]]) -> dict[str, Any]:
    return {"items": items, "page": found.page, "pages": found.pages, "total": found.total}


def vacancy(one: Vacancy) -> dict[str, Any]:
    return {
        "id": str(one.public_id),
        "reference": one.reference,
        "partner": {"id": str(one.partner.public_id), "name": one.partner.name},
        "title": one.title,
        "text": one.text,
        "state": one.state.value,
        "openings": one.openings,
        "settlement": in_language(one.settlement) if one.settlement else None,
        "hours": one.hours.value if one.hours else None,
        "weekly_hours": one.weekly_hours,
        "night": one.night,
        "weekend": one.weekend,
        "transport_provided": one.transport_provided,
        "training_provided": one.training_provided,
        "home_based": one.home_based,
        "pay_min": _money(one.pay_min),
        "pay_max": _money(one.pay_max),
        "needs": [
            {
                "code": need.concept.code,
                "label": in_language(need.concept, "label"),
                "importance": need.importance.value,
            }
            for need in one.needs
        ],
        "published_on": one.published_on.isoformat() if one.published_on else None,
        "closed_on": one.closed_on.isoformat() if one.closed_on else None,
    }


def partner(one: Partner) -> dict[str, Any]:
    return {
        "id": str(one.public_id),
        "name": one.name,
        "kind": one.kind.value,
        "rayon": in_language(one.rayon) if one.rayon else None,
    }


def _money(amount: Any) -> str | None:
    return None if amount is None else f"{amount:.2f}"
