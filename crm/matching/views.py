"""Suggestions: women for a vacancy, vacancies for a woman, each card with its reasons and what to do; women like her."""

from typing import Any

from flask import Response
from flask_login import current_user

from crm.access import Permission, may
from crm.audit.operations import note_look
from crm.matching import suggest
from crm.matching.alike import women_like
from crm.matching.cards import cards_of, nobody_fits, openers
from crm.matching.news import new_first, new_since
from crm.members import queries as member_queries
from crm.members import visits
from crm.members.safe_models import MemberHiding
from crm.referrals.enums import DeclineReason
from crm.vacancies import queries as vacancy_queries
from crm.web import get_or_404, page, rows, value

#: What the buttons of a card need.
ACTIONS: dict[str, Any] = {"reasons": list(DeclineReason)}


@may(Permission.MATCHES_SEE)
def for_vacancy(vacancy_id: int) -> Response:
    vacancy = get_or_404(vacancy_queries.whole(current_user), id=vacancy_id)
    cards = cards_of(suggest.women_for(vacancy))
    opens = openers(suggest.what_would_open(vacancy)) if vacancy.needs and nobody_fits(cards) else []
    needed = [need.concept_id for need in vacancy.needs]
    asked_not = rows(member_queries.hiding_from(current_user, vacancy.partner_id, needed))
    return page("matching/for_vacancy.html", vacancy=vacancy, cards=cards, opens=opens, asked_not=asked_not, **ACTIONS)


@may(Permission.MATCHES_SEE)
def for_member(member_id: int) -> Response:
    member = get_or_404(member_queries.visible_to(current_user), id=member_id)
    note_look(member)
    found = suggest.vacancies_for(member)
    since = visits.last_here(value(visits.of_member(member.id)), value(visits.last_service_on(member.id)))
    new = new_since(found, since)
    cards = cards_of(new_first(found, new))
    hides = bool(rows(member_queries.hidings(current_user, member.id).where(MemberHiding.partner_id.is_not(None))))
    return page("matching/for_member.html", member=member, cards=cards, new=new, since=since, hides=hides, **ACTIONS)


@may(Permission.MATCHES_SEE)
def like_her(member_id: int) -> Response:
    member = get_or_404(member_queries.whole(current_user), id=member_id)
    note_look(member)
    return page("matching/like_her.html", member=member, found=women_like(member), known=bool(member.concepts))
