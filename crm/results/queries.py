"""Who may see which names behind the figures, the centres to choose from, and the targets."""

from datetime import date

from sqlalchemy import Select, func, select
from sqlalchemy.orm import aliased, joinedload

from crm import access
from crm.accounts.models import User
from crm.centres.models import Centre
from crm.info_sessions.models import InfoSession
from crm.members.hidden import may_be_seen_by
from crm.members.models import Member
from crm.partners.models import Commitment, Partner, StartupGrant
from crm.places.models import Settlement
from crm.results.models import IndicatorTarget
from crm.results.scope import Rows
from crm.vacancies import queries as vacancy_queries
from crm.vacancies.models import Vacancy


def visible_to(user: User) -> Select[Member]:
    """Women whose names this user may read here: the administrator all, staff those of their centre, observers none."""
    statement = select(Member).options(
        joinedload(Member.settlement).joinedload(Settlement.rayon), joinedload(Member.centre)
    )
    return access.own_centre(statement.where(may_be_seen_by(user, Member.id)), Member.centre_id, user)


def women_behind(user: User, people: Rows, part: str | None = None) -> Select[Member]:
    """The women of a figure (a select of member_id and, where it has parts, part), by name."""
    who = people.subquery()
    ids = select(who.c.member_id)
    if part is not None:
        ids = ids.where(who.c.part == part)
    return visible_to(user).where(Member.id.in_(ids)).order_by(Member.search_text, Member.id)


def partners_behind(user: User, ids: Select[int]) -> Select[Partner]:
    statement = (
        select(Partner).where(Partner.id.in_(ids)).options(joinedload(Partner.rayon), joinedload(Partner.centre))
    )
    return access.own_centre(statement, Partner.centre_id, user).order_by(Partner.search_name, Partner.id)


def sessions_behind(user: User, ids: Select[int]) -> Select[InfoSession]:
    statement = select(InfoSession).where(InfoSession.id.in_(ids)).options(joinedload(InfoSession.host))
    return access.own_centre(statement, InfoSession.centre_id, user).order_by(
        InfoSession.starts_at.desc(), InfoSession.id
    )


def promises_behind(user: User, ids: Select[int]) -> Select[Commitment]:
    statement = select(Commitment).join(Partner, Partner.id == Commitment.partner_id).where(Commitment.id.in_(ids))
    scoped = access.own_centre(statement, Partner.centre_id, user)
    return scoped.options(joinedload(Commitment.partner)).order_by(Commitment.due_on.desc(), Commitment.id)


def vacancies_behind(user: User, ids: Select[int]) -> Select[Vacancy]:
    return vacancy_queries.visible_to(user).where(Vacancy.id.in_(ids)).order_by(Vacancy.corrected_on.desc(), Vacancy.id)


def grants_behind(user: User, ids: Select[int]) -> Select[StartupGrant]:
    statement = (
        select(StartupGrant).join(Partner, Partner.id == StartupGrant.partner_id).where(StartupGrant.id.in_(ids))
    )
    scoped = access.own_centre(statement, Partner.centre_id, user)
    return scoped.options(joinedload(StartupGrant.partner)).order_by(
        StartupGrant.handed_over_on.desc(), StartupGrant.id
    )


def centres_behind(user: User, ids: Select[int]) -> Select[Centre]:
    statement = select(Centre).where(Centre.id.in_(ids)).options(joinedload(Centre.rayon))
    return access.own_centre(statement, Centre.id, user).order_by(Centre.name)


def centre_names() -> Select[str]:
    """For the command line, where nobody is signed in."""
    return select(Centre.name).order_by(Centre.name)


def targets_in_force(on: date) -> Select[IndicatorTarget]:
    """The newest target of each indicator set by that day; of two on one day the later entry."""
    newest = (
        func.row_number()
        .over(partition_by=IndicatorTarget.code, order_by=(IndicatorTarget.set_on.desc(), IndicatorTarget.id.desc()))
        .label("place")
    )
    ranked = select(IndicatorTarget, newest).where(IndicatorTarget.set_on <= on).subquery()
    target = aliased(IndicatorTarget, ranked)
    return select(target).where(ranked.c.place == 1)


def targets_of(code: str) -> Select[IndicatorTarget]:
    """Every target an indicator ever had, the one in force first."""
    newest = (IndicatorTarget.set_on.desc(), IndicatorTarget.id.desc())
    return select(IndicatorTarget).where(IndicatorTarget.code == code).order_by(*newest)
