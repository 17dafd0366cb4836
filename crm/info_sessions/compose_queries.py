"""What the composer and the sheet of a day need to know: partners and their places, earlier and planned sessions."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload, selectinload

from crm.accounts.models import User
from crm.centres.models import Centre
from crm.forms import end_of_day, start_of_day
from crm.info_sessions import queries
from crm.info_sessions.enums import SessionState
from crm.info_sessions.models import InfoSession, SessionPartner
from crm.partners import queries as partner_queries
from crm.partners.enums import PartnerKind, Stage
from crm.partners.models import Partner
from crm.places.models import Rayon, Settlement


def to_visit(user: User, ids: Sequence[int], rayon_id: int | None) -> Select[Partner]:
    """The partners of these ids; else those of the rayon, or all. Start-ups and those given up only when chosen."""
    place = joinedload(Partner.settlement).joinedload(Settlement.rayon)
    statement = partner_queries.by_name(user).options(
        place, joinedload(Partner.rayon), *partner_queries.when_they_can()
    )
    if ids:
        return statement.where(Partner.id.in_(ids))
    if rayon_id is not None:
        statement = statement.where(Partner.rayon_id == rayon_id)
    return statement.where(Partner.stage != Stage.LOST, Partner.kind != PartnerKind.STARTUP)


def sessions_with(user: User, partner_ids: Sequence[int]) -> Select[int, InfoSession]:
    """Partner id and session, for every session these partners hosted or were guests of."""
    seen = queries.visible_to(user).with_only_columns(InfoSession.id)
    statement = select(SessionPartner.partner_id, InfoSession).join(InfoSession, SessionPartner.info_session)
    return statement.where(SessionPartner.partner_id.in_(partner_ids), InfoSession.id.in_(seen))


def of_days(user: User, first: date, last: date, facilitator_id: int | None) -> Select[InfoSession]:
    """What is planned or was held on these days, of one facilitator or of all, in the order of the clock."""
    place = joinedload(InfoSession.host).joinedload(Partner.settlement).joinedload(Settlement.rayon)
    guests = selectinload(InfoSession.guests).joinedload(SessionPartner.partner)
    people = joinedload(InfoSession.host).selectinload(Partner.contacts)
    statement = queries.visible_to(user).options(place, guests, people, joinedload(InfoSession.facilitator))
    statement = statement.options(joinedload(InfoSession.host).joinedload(Partner.rayon))
    statement = statement.where(
        InfoSession.state.in_([SessionState.PLANNED, SessionState.HELD]),
        InfoSession.starts_at >= start_of_day(first),
        InfoSession.starts_at < end_of_day(last),
    )
    if facilitator_id is not None:
        statement = statement.where(InfoSession.facilitator_id == facilitator_id)
    return statement.order_by(InfoSession.starts_at, InfoSession.id)


def town_of(centre_id: int | None) -> Select[Settlement]:
    """The town of a centre's rayon, where the way to the owners begins."""
    statement = select(Settlement).join(Rayon, Settlement.rayon_id == Rayon.id)
    statement = statement.join(Centre, Centre.rayon_id == Rayon.id)
    return statement.where(Centre.id == centre_id, Settlement.name_az == Rayon.name_az)
