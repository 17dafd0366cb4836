"""In each centre one woman stands twice, so that there is something to make one. No figure counts either record."""

from sqlalchemy import Select, select

from crm.demo.words import plain
from crm.demo.world import World
from crm.events.models import EventParticipant
from crm.extensions import db
from crm.members import duplicates, keys
from crm.members.models import Member, MemberUser, Service
from crm.members.names import search_text
from crm.offers.models import OfferTalk
from crm.partners.models import Partner
from crm.referrals.models import Referral

#: Whoever is in one of these has a story that is told elsewhere.
STORIES = (
    EventParticipant.member_id, Referral.member_id, MemberUser.member_id, Service.member_id, OfferTalk.member_id,
    Partner.founder_id,
)  # fmt: skip


def write_down_twice(world: World) -> None:
    """The second record is one of those that are there already: their number stays."""
    while keys.fill():
        pass
    for centre in world.centres:
        two = db.session.scalars(_without_a_story(centre.id).limit(2)).all()
        if len(two) == 2:
            _again(*two)


def _again(known: Member, second: Member) -> None:
    """As a colleague wrote her down on a phone without Azerbaijani letters, with what she was told that day."""
    second.first_name, second.last_name = plain(known.first_name), plain(known.last_name)
    second.father_name, second.birth_year = "", None
    second.phone, second.settlement_id = known.phone.replace("+994 ", "0"), known.settlement_id
    second.search_text = search_text(second.first_name, second.last_name, "", second.phone, second.reference)
    db.session.flush()
    duplicates.keep_pairs(second)


def _without_a_story(centre_id: int) -> Select[Member]:
    """Names with a letter that such a phone lacks first: the difference is to be seen."""
    told = [Member.id.not_in(select(column).where(column.is_not(None))) for column in STORIES]
    seen = Member.first_name.contains("ə").desc()
    return select(Member).where(Member.centre_id == centre_id, *told).order_by(seen, Member.id)
