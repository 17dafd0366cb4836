"""The examples into an empty database, whole or not at all: the caller commits. The same seed gives the same people."""

from random import Random

from sqlalchemy import func, select

from crm.accounts.models import User
from crm.centres.models import Centre, Installation
from crm.centres.queries import holds_examples
from crm.demo import logins, ways
from crm.demo.chain import follow_roads, grow_stale, keep_offers, keep_promises
from crm.demo.companies import found_companies
from crm.demo.free_time import tell_free_times
from crm.demo.offered import make_offers, tell_women
from crm.demo.openings import open_vacancies
from crm.demo.results import Outcomes, found_startups, hold_job_fair, hold_trainings
from crm.demo.twice import write_down_twice
from crm.demo.visits import hold_visits
from crm.demo.women import register_women
from crm.demo.world import World, found_centres
from crm.extensions import db
from crm.members.models import Member
from crm.partners.models import Partner
from crm.places.operations import load_places
from crm.skills.operations import load_vocabulary
from crm.vacancies.models import Vacancy

MEMBERS = 638


class NotEmpty(Exception):
    """The database holds something already; the message says what to do."""


def load_facts() -> None:
    """Places and vocabulary, which every installation needs. Repeatable."""
    load_places()
    load_vocabulary()


def is_empty() -> bool:
    """Nobody uses this database yet: no centre and no user."""
    return not (db.session.scalar(select(Centre.id).limit(1)) or db.session.scalar(select(User.id).limit(1)))


def is_untouched() -> bool:
    """Empty, and not because somebody removed the examples: who did does not want them back at the next start."""
    return is_empty() and db.session.get(Installation, 1) is None


def load(members: int = MEMBERS, seed: int = 1) -> None:
    """Raises NotEmpty where people, companies or centres are there already, invented or real."""
    _refuse_full()
    load_facts()
    db.session.merge(Installation(id=1, is_demo=True))
    world = World(Random(seed), members)  # noqa: S311 - invents people, keeps no secret
    found_centres(world)
    register_women(world)
    partners = found_companies(world)
    tell_free_times(world, partners)
    staff = logins.staff_users(world)
    for partner in partners.values():
        partner.responsible = next((one for one in staff.values() if one.centre_id == partner.centre_id), None)
    logins.colleague_who_left(world, partners)
    hold_visits(world, partners, staff)
    outcomes = Outcomes(world)
    hold_trainings(world, outcomes)
    found_startups(world, outcomes)
    fair, hires = hold_job_fair(world, outcomes, partners)
    vacancies = open_vacancies(world, partners)
    ways.give_slips(world, outcomes, vacancies, fair, hires)
    keep_promises(vacancies)
    logins.partner_users(partners)
    seekers = _members_who_sign_in(world, outcomes, vacancies, staff)
    ways.send_women(world, outcomes, vacancies, staff, kept=seekers | {woman.id for woman in outcomes.visitors})
    ways.keep_standing(world)
    offers = make_offers(world, partners)
    keep_offers(offers)
    tell_women(world, outcomes, offers, staff, kept=seekers)
    follow_roads(partners.values(), vacancies)
    grow_stale(vacancies)
    db.session.flush()
    write_down_twice(world)


def _refuse_full() -> None:
    if holds_examples():
        raise NotEmpty("The examples are here already. For others, start with an empty database (CRM_DATABASE_URL).")
    for model in (Member, Partner, Centre):
        if db.session.scalar(select(func.count()).select_from(model)):
            raise NotEmpty(
                "This database holds real data. Examples need an empty database of their own: set CRM_DATABASE_URL."
            )


def _members_who_sign_in(
    world: World, outcomes: Outcomes, vacancies: list[Vacancy], staff: dict[int, User]
) -> set[int]:
    """Two women who seek work, each asked about an opening that suits her."""
    chosen: set[int] = set()
    for login, (centre, company) in zip(
        logins.MEMBERS, ((1, "Neftçala Tikiş Sexi"), (0, "Daş Körpü Market")), strict=True
    ):
        vacancy = next(one for one in vacancies if one.partner.name == company)
        women = [one for one in world.women if one.centre == centre and one.id not in outcomes.settled]
        woman = ways.fitting(women, vacancy)
        if woman:
            chosen.add(woman.id)
            logins.member_user(login, woman)
            ways.ask(world, woman, vacancy, staff.get(centre))
    return chosen
