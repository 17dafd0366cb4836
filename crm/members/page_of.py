"""What her page shows beside herself: her road, services, consents by purpose, start-ups, whether she signs in."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from flask import url_for

from crm.accounts.models import User
from crm.db import now
from crm.forms import today
from crm.members import pair_queries, queries, request_queries
from crm.members.enums import ConceptRole, ConceptSource, Purpose
from crm.members.erasures import open_request
from crm.members.merging import UNDO_WITHIN
from crm.members.models import Consent, Member
from crm.members.profile_steps import progress
from crm.messages import queries as message_queries
from crm.partners.models import Partner
from crm.referrals import queries as referral_queries
from crm.referrals.enums import ReferralState
from crm.referrals.models import Referral
from crm.web import rows, value


@dataclass(frozen=True)
class Step:
    """One opening on her road, in the shape the timeline macro reads."""

    when: datetime
    text: str
    url: str
    icon: str
    who: None = None


@dataclass(frozen=True)
class ConsentState:
    """One purpose (and partner) with the consent that counts, or the last one that did."""

    purpose: Purpose
    partner: Partner | None
    consent: Consent | None

    @property
    def given(self) -> bool:
        return self.consent is not None and is_in_force(self.consent)


def everything_about(member: Member, user: User) -> dict[str, Any]:
    """A fixed number of queries, whatever she has behind her."""
    states = consent_states(member)
    return {
        "skills": [one for one in member.concepts if one.role == ConceptRole.SKILL],
        "wishes": [one for one in member.concepts if one.role == ConceptRole.WISH],
        "picked": ConceptSource.PICKED,
        "consents": states,
        "served": next(state.given for state in states if state.purpose == Purpose.SERVICES),
        "road": [_step(one) for one in rows(referral_queries.of_member(user, member.id))],
        "services": rows(queries.services_of(user, member.id)),
        "start_ups": rows(queries.start_ups_of(user, member.id)),
        "merges": rows(pair_queries.merges_of(user, member.id)),
        "undo_from": now() - UNDO_WITHIN,
        "requests_open": rows(request_queries.open_of(user, member.id)),
        "way": progress(member),
        "messages": rows(message_queries.last_of(user, member_id=member.id)),
        "signs_in": value(queries.user_of(member.id)),
        "erasure": value(open_request(member.id)),
    }


def _step(referral: Referral) -> Step:
    opening = f"{referral.vacancy.title}, {referral.vacancy.partner.name}"
    icons = {
        ReferralState.HIRED: "briefcase",
        ReferralState.DECLINED: "x-circle",
        ReferralState.OBSOLETE: "dash-circle",
    }
    return Step(
        when=referral.state_since,
        text=f"{opening}: {referral.state.label}",
        url=url_for("referrals.show", referral_id=referral.id),
        icon=icons.get(referral.state, "signpost"),
    )


def consent_states(member: Member) -> list[ConsentState]:
    """Every purpose once; sharing once for each partner she was asked about."""
    latest: dict[tuple[Purpose, int | None], ConsentState] = {
        (purpose, None): ConsentState(purpose, None, None) for purpose in Purpose if purpose != Purpose.SHARING
    }
    for consent in member.consents:
        key = consent.purpose, consent.partner_id
        if key not in latest or not latest[key].given or is_in_force(consent):
            latest[key] = ConsentState(consent.purpose, consent.partner, consent)
    return list(latest.values())


def is_in_force(consent: Consent) -> bool:
    return consent.withdrawn_on is None and (consent.valid_until is None or consent.valid_until >= today())
