"""More of everything, so that tests can compare a page of few rows with a page of many."""

from datetime import date, timedelta
from itertools import count

from crm.access import Role
from crm.audit.enums import Action
from crm.audit.operations import record
from crm.db import now
from crm.esco.models import EscoConcept, EscoProposal
from crm.events.models import Event, EventBooth, EventParticipant
from crm.extensions import db
from crm.imports.enums import ImportKind, RowState
from crm.imports.models import ImportRun
from crm.imports.row_models import ImportRow, packed
from crm.info_sessions.enums import Attendance, Objection
from crm.info_sessions.inviting import propose_times
from crm.info_sessions.models import InfoSession, SessionAttendance, SessionObjection
from crm.members.consents import give_consent
from crm.members.enums import ConsentManner, Purpose, ServiceKind
from crm.members.models import Member, Service
from crm.offers.enums import OfferKind
from crm.offers.models import Offer
from crm.partners.enums import CommitmentKind, Stage
from crm.partners.models import (
    Agreement,
    Availability,
    AvoidedSeason,
    CapacityAssessment,
    Commitment,
    FreeWindow,
    Partner,
    PartnerSite,
    StageChange,
    StartupGrant,
)
from crm.referrals.enums import ContractType, ReferralState
from crm.referrals.models import Placement, Referral, ReferralStep
from crm.skills.models import PhraseSighting, UnknownPhrase
from crm.vacancies.enums import VacancyState
from crm.vacancies.models import Vacancy
from tests import factories
from tests.consistency.world import World
from tests.factories import save

_number = count(1)
SPRING = date(2026, 3, 1)


def grow(world: World, times: int) -> None:
    """So many more rows on every list, and so many more of everything that hangs on the world's own records."""
    partner = db.session.get_one(Partner, world.arguments["partner_id"])
    member = db.session.get_one(Member, world.arguments["member_id"])
    for _time in range(times):
        number = next(_number)
        _of_partner(partner, number)
        woman = _woman(partner, number)
        _of_vacancies(partner, member, woman, world)
        _of_sessions(partner, number, world)
        _of_office(partner, woman, number, world)
    db.session.commit()


def _of_partner(partner: Partner, number: int) -> None:
    """Another company with the same, and more people and promises of the one we know."""
    other = factories.partner(rayon_id=factories.settlement().rayon_id, next_step="Call", next_step_due=SPRING)
    for one in (partner, other):
        factories.contact(one, f"Contact {number}")
        factories.partner_user(one)
        save(Commitment(partner=one, kind=CommitmentKind.VACANCY, made_on=SPRING, due_on=SPRING))
        save(Agreement(partner=one, number=f"A{number}"))
        save(PartnerSite(partner=one, name=f"Site {number}", settlement=factories.settlement()))
        save(StageChange(partner=one, stage=Stage.CONTACTED, began_on=SPRING))
        told = one.availability or save(Availability(partner=one))
        save(FreeWindow(availability_id=told.id, weekday=number % 7, starts=600, ends=720))
        save(AvoidedSeason(availability_id=told.id, begins=601, ends=615))
        save(StartupGrant(partner=one, item="Oven", value_azn=900, handed_over_on=SPRING))
        day = SPRING + timedelta(days=number)
        save(CapacityAssessment(partner=one, assessed_on=day, score_before=20, score_after=60))
        save(Offer(centre=one.centre, partner=one, kind=OfferKind.LOAN, title=f"Offer {number}"))


def _woman(partner: Partner, number: int) -> Member:
    woman = factories.member(
        "Nigar", f"Quliyeva {number}", settlement=factories.settlement(), skills=("sewing", "cooking"), birth_year=1990
    )
    give_consent(member=woman, purpose=Purpose.SHARING, partner=partner, manner=ConsentManner.PAPER)
    factories.member_user(woman)
    return woman


def _of_vacancies(partner: Partner, member: Member, woman: Member, world: World) -> None:
    """Openings of each state, and referrals of the known woman to them, of the new one to the known opening."""
    needs = ("sewing", "cooking")
    for state in (VacancyState.OPEN, VacancyState.OPEN, VacancyState.WAITING, VacancyState.CLOSED):
        opening = factories.vacancy(partner, needs=needs, state=state, settlement=factories.settlement())
        if state == VacancyState.OPEN:
            opening.published_on = SPRING
            save(Referral(centre=partner.centre, member=member, vacancy=opening, state=ReferralState.ASKED))
    factories.vacancy(needs=needs, settlement=factories.settlement(), published_on=SPRING)
    known = db.session.get_one(Vacancy, world.arguments["vacancy_id"])
    for opening, state in ((known, ReferralState.INTRODUCED), (factories.vacancy(partner), ReferralState.HIRED)):
        way = save(Referral(centre=partner.centre, member=woman, vacancy=opening, state=state, next_step_due=SPRING))
        save(ReferralStep(referral=way, state=state, by_id=world.arguments["accounts.user_id"]))
    save(
        Placement(
            centre_id=partner.centre_id,
            member=woman,
            partner=partner,
            referral=way,
            started_on=SPRING,
            contract=ContractType.PERMANENT,
        )
    )
    asked = db.session.get_one(Referral, world.arguments["referral_id"])
    save(ReferralStep(referral=asked, state=ReferralState.ASKED, by_id=world.arguments["accounts.user_id"]))


def _of_sessions(partner: Partner, number: int, world: World) -> None:
    for host, days in ((partner, -number), (factories.partner(), number % 6 + 1)):
        visit = factories.info_session(host, starts_at=now() + timedelta(days=days))
        save(SessionAttendance(info_session=visit, contact=factories.contact(host)))
        propose_times(info_session=visit, times=[visit.starts_at]).sent_on = SPRING
    known = db.session.get_one(InfoSession, world.arguments["info_session_id"])
    save(
        SessionAttendance(
            info_session=known, contact=factories.contact(partner, f"Guest {number}"), attendance=Attendance.CAME
        )
    )
    objections = [one for one in Objection if one not in {said.code for said in known.objections}]
    if objections:
        save(SessionObjection(info_session_id=known.id, code=objections[0]))
        db.session.expire(known)


def _of_office(partner: Partner, woman: Member, number: int, world: World) -> None:
    known = db.session.get_one(Member, world.arguments["member_id"])
    save(Service(member=known, kind=ServiceKind.CV, given_on=SPRING, by_id=world.arguments["accounts.user_id"]))
    give_consent(member=known, purpose=Purpose.SERVICES, manner=ConsentManner.PAPER)
    fair = db.session.get_one(Event, world.arguments["event_id"])
    save(EventParticipant(event=fair, member=woman))
    save(EventBooth(event=fair, partner=factories.partner(), places_offered=2))
    save(EventParticipant(event=factories.event(), member=woman))
    phrase = save(UnknownPhrase(match_key=f"soz {number}", text=f"söz {number}"))
    esco = save(EscoConcept(uri=f"http://data.europa.eu/esco/skill/{number}-crowd", occupation=False))
    save(EscoProposal(esco=esco, concept=factories.concept("sewing"), score=0.7))
    woman.skills_text = f"söz {number}"
    save(PhraseSighting(phrase_id=phrase.id, member_id=woman.id))
    save(ImportRun(centre=fair.centre, kind=ImportKind.MEMBERS, file_name="b.csv"))
    run_id, said = world.arguments["run_id"], packed({"first_name": "Nigar"})
    save(
        ImportRow(
            run_id=run_id, line=3 + number, cells=said, state=RowState.SAME, known_id=known.id, member_id=woman.id
        )
    )
    centre = factories.centre(f"Centre {number}")
    factories.user(Role.STAFF, centre=centre)
    factories.user(Role.STAFF, centre=fair.centre)
    record(Action.CREATED, woman)
    record(Action.CHANGED, partner, stage=["", ""])
