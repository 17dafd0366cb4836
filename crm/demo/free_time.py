"""When the owners of the examples have half an hour: why none of them could come to a day of training."""

from crm.demo.companies import OTHERS, VISITED
from crm.demo.world import World
from crm.extensions import db
from crm.partners.free_time import HOUR, PARTS, Season, Window
from crm.partners.models import Availability, AvoidedSeason, FreeWindow, Partner

FISH, MEAL, CARS, SWEETS, RESORT, SEWING, MILK, SHOP = (firm.name for firm in VISITED)
MARKET, COTTON, BREAD, GREENHOUSE = (firm.name for firm in OTHERS[0][:4])
HOURS = {name: (starts, ends) for name, starts, ends in PARTS}
MON, TUE, WED, THU, FRI = range(5)


def _parts(part: str, *days: int) -> tuple[Window, ...]:
    return tuple(Window(day, *HOURS[part]) for day in days)


#: Company: free windows, seasons to avoid, visits a month, days ahead, told by the owner.
TOLD: dict[str, tuple[tuple[Window, ...], tuple[Season, ...], int | None, int | None, bool]] = {
    FISH: (_parts("afternoon", TUE, THU), (Season(410, 520, "Yaz balıq ovu"),), 2, 2, True),
    MEAL: (_parts("afternoon", MON, WED), (), None, None, False),
    CARS: (_parts("noon", WED, FRI), (), 1, 3, True),
    SWEETS: (
        _parts("afternoon", MON, TUE, WED),
        (Season(305, 325, "Novruz sifarişləri"), Season(1220, 105, "Yeni il sifarişləri")),
        2,
        None,
        True,
    ),
    RESORT: (_parts("morning", TUE, THU), (Season(601, 915, "İstirahət mövsümü"),), None, 2, False),
    SEWING: (_parts("noon", WED, THU) + _parts("afternoon", WED), (), 2, None, True),
    MILK: (
        tuple(Window(day, 11 * HOUR, 13 * HOUR) for day in (TUE, THU)),
        (Season(415, 510, "Heyvanların yaylağa köçü"),),
        None,
        None,
        False,
    ),
    SHOP: (_parts("afternoon", WED) + _parts("morning", FRI), (), 1, 2, False),
    MARKET: (_parts("afternoon", TUE, WED), (), 2, None, True),
    COTTON: (_parts("morning", WED), (Season(901, 1120, "Pambıq yığımı"),), 1, 3, False),
    BREAD: (_parts("afternoon", WED, THU), (), None, None, False),
    GREENHOUSE: (_parts("morning", MON, WED), (), 2, 1, True),
}


def tell_free_times(world: World, partners: dict[str, Partner]) -> None:
    for number, (name, (windows, seasons, visits, ahead, by_owner)) in enumerate(TOLD.items()):
        told = Availability(
            partner=partners[name],
            contacts_a_month=visits,
            days_ahead=ahead,
            told_on=world.day(40 - number),
            told_by_owner=by_owner,
        )
        told.windows = [FreeWindow(weekday=one.weekday, starts=one.starts, ends=one.ends) for one in windows]
        told.seasons = [AvoidedSeason(begins=one.begins, ends=one.ends, reason=one.reason) for one in seasons]
        db.session.add(told)
    db.session.flush()
