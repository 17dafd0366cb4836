"""Partners, sessions, promises, fairs and centres behind OC4 and OP3 to OP9: each a select of rows counted once."""

from sqlalchemy import ColumnElement, Select, case, func, or_, select, union

from crm.centres.enums import CentreKind
from crm.centres.models import Centre
from crm.events.enums import EventKind
from crm.events.models import Event, EventBooth
from crm.info_sessions.enums import SessionState
from crm.info_sessions.models import InfoSession, SessionPartner
from crm.members.models import Member
from crm.partners.enums import CommitmentState, PartnerKind
from crm.partners.ledger import kept_in_time
from crm.partners.models import CapacityAssessment, Commitment, Partner, StartupGrant
from crm.referrals.enums import ReferralState
from crm.referrals.models import Placement, Referral, ReferralStep
from crm.results.scope import Rows, Scope
from crm.vacancies.models import Vacancy


def startups(scope: Scope) -> Select[int]:
    """OC4: start-ups with a founder among the members, by the day they were founded."""
    return select(Partner.id).where(
        Partner.kind == PartnerKind.STARTUP,
        Partner.founder_id.is_not(None),
        scope.within(Partner.founded_on),
        scope.of_centre(Partner.centre_id),
    )


def stronger_organisations(scope: Scope) -> Select[int]:
    """OP3: NGOs whose score rose in at least one assessment of the period."""
    rose = select(CapacityAssessment.partner_id).where(
        CapacityAssessment.score_after > CapacityAssessment.score_before, scope.within(CapacityAssessment.assessed_on)
    )
    return select(Partner.id).where(
        Partner.kind == PartnerKind.NGO, Partner.id.in_(rose), scope.of_centre(Partner.centre_id)
    )


def registered_centres(scope: Scope) -> Select[int]:
    """OP4: Women's Resource Centres that became a legal entity, established or maintained by the project."""
    return select(Centre.id).where(
        Centre.kind == CentreKind.WRC,
        Centre.registered_on.is_not(None),
        Centre.maintained_by_project,
        scope.within(Centre.registered_on),
        scope.of_centre(Centre.id),
    )


def held_sessions(scope: Scope) -> Select[int]:
    """OP5: sessions held in the office of their host."""
    return select(InfoSession.id).where(
        InfoSession.state == SessionState.HELD,
        scope.within(InfoSession.starts_at),
        scope.of_centre(InfoSession.centre_id),
    )


def visited_partners(scope: Scope) -> Select[int]:
    """OP5: partners who were host or guest of a held session."""
    held = held_sessions(scope)
    present = union(
        select(InfoSession.host_id).where(InfoSession.id.in_(held)),
        select(SessionPartner.partner_id).where(SessionPartner.info_session_id.in_(held)),
    ).subquery()
    return select(Partner.id).where(Partner.id.in_(select(present.c[0])))


def promising_partners(scope: Scope) -> Select[int]:
    """OP6: companies and banks with a dated promise that came from a session."""
    promised = select(Commitment.partner_id).where(
        Commitment.info_session_id.is_not(None), scope.within(Commitment.made_on)
    )
    return select(Partner.id).where(
        Partner.kind.in_((PartnerKind.COMPANY, PartnerKind.BANK)),
        Partner.id.in_(promised),
        scope.of_centre(Partner.centre_id),
    )


def due_promises(scope: Scope) -> Select[int]:
    """OP7: promises that were due in the period, or are settled before their time."""
    return (
        select(Commitment.id)
        .join(Partner, Partner.id == Commitment.partner_id)
        .where(
            or_(Commitment.due_on <= scope.as_of, Commitment.state != CommitmentState.OPEN),
            scope.within(Commitment.due_on),
            scope.of_centre(Partner.centre_id),
        )
    )


def promises_kept_and_due(scope: Scope) -> Select[int, int]:
    """OP7: (kept in time, due)."""
    kept = func.coalesce(func.sum(case((kept_in_time(), 1), else_=0)), 0)
    return select(kept, func.count()).where(Commitment.id.in_(due_promises(scope)))


def corrected_texts(scope: Scope) -> Select[int]:
    """OP10: advertisements published without wording that their first text had."""
    return select(Vacancy.id).where(
        Vacancy.corrected_on.is_not(None), scope.within(Vacancy.corrected_on), scope.of_centre(Vacancy.centre_id)
    )


def corrected_kinds(scope: Scope) -> Select[list[str]]:
    """OP10: the kinds of wording that went, a list for each advertisement."""
    return select(Vacancy.corrected_kinds).where(Vacancy.id.in_(corrected_texts(scope)))


def fairs(scope: Scope) -> Select[int]:
    return select(Event.id).where(
        Event.kind == EventKind.JOB_FAIR, scope.within(Event.starts_at), scope.of_centre(Event.centre_id)
    )


def fair_figures(scope: Scope) -> dict[str, Select[int]]:
    """OP8: employers at tables, places they offered (not advertisements), slips, interviews, women hired."""
    here, counted = fairs(scope), select(Member.id).where(scope.of_women())
    slips = select(func.count(Referral.id)).where(Referral.event_id.in_(here), Referral.member_id.in_(counted))
    hires = select(func.count(Placement.member_id.distinct()))
    return {
        "employers": select(func.count(EventBooth.partner_id.distinct())).where(EventBooth.event_id.in_(here)),
        "vacancies": select(func.coalesce(func.sum(EventBooth.places_offered), 0)).where(EventBooth.event_id.in_(here)),
        "slips": slips,
        "interviews": slips.where(was_interviewed()),
        "hires": hires.where(Placement.event_id.in_(here), Placement.member_id.in_(counted)),
    }


def was_interviewed() -> ColumnElement[bool]:
    """A slip that led to a talk, whatever came of it."""
    steps = select(ReferralStep.referral_id).where(ReferralStep.state == ReferralState.INTERVIEWED)
    return or_(Referral.id.in_(steps), Referral.state == ReferralState.INTERVIEWED)


def fair_hires(scope: Scope) -> Rows:
    """OP8: the women hired through a job fair, once each."""
    counted = select(Member.id).where(scope.of_women())
    hired = Placement.event_id.in_(fairs(scope)), Placement.member_id.in_(counted)
    return select(Placement.member_id.label("member_id")).where(*hired).distinct()


def grants(scope: Scope) -> Select[int]:
    """OP9: in-kind grants by the day of the handover act."""
    return (
        select(StartupGrant.id)
        .join(Partner, Partner.id == StartupGrant.partner_id)
        .where(scope.within(StartupGrant.handed_over_on), scope.of_centre(Partner.centre_id))
    )


def grants_and_value(scope: Scope) -> Rows:
    """OP9: (grants, AZN)."""
    return select(func.count(), func.coalesce(func.sum(StartupGrant.value_azn), 0)).where(
        StartupGrant.id.in_(grants(scope))
    )
