"""How each partner of the examples came to where it stands: its stages with days and reasons, and what it signed."""

from collections.abc import Mapping
from datetime import date, timedelta
from random import Random

from crm.partners.enums import Stage, StageReason
from crm.partners.models import Agreement, Partner, StageChange
from crm.partners.road import NEEDS_A_REASON, ROAD

#: Not everybody promises first and signs then.
SOMETIMES_LEFT_OUT = frozenset({Stage.COMMITTED, Stage.AGREEMENT})
#: Where a partner had been that is paused or lost now.
HAD_BEEN = Stage.SESSION_HELD


def walk(partner: Partner, told: Mapping[Stage, date] | None = None) -> None:
    """Backwards from the present stage to the first, each some days before the next. Own chance: other makers keep theirs.
    `told`: the days records tell of; what was in between lies in between."""
    told = told or {}
    chance = Random(partner.name)  # noqa: S311 - invents days, keeps no secret
    stops = partner.stage in NEEDS_A_REASON
    reached = ROAD.index(HAD_BEEN) + 1 if stops else ROAD.index(partner.stage)
    passed = [
        stage for stage in ROAD[:reached] if stage in told or stage not in SOMETIMES_LEFT_OUT or chance.random() < 0.5
    ]
    on = partner.stage_since = told.get(partner.stage, partner.stage_since)
    changes = [
        StageChange(
            stage=partner.stage,
            began_on=on,
            reason=StageReason.SLOW_DOWN if stops else None,
            words=partner.stage_reason or "",
        )
    ]
    for stage in reversed(passed):
        before = on - timedelta(days=chance.randint(4, 25))
        known = [day for one, day in told.items() if one in ROAD and ROAD.index(one) < ROAD.index(stage)]
        on = min(on, told.get(stage) or max([before, *known]))
        changes.append(StageChange(stage=stage, began_on=on))
    partner.stage_changes = changes[::-1]
    partner.agreements = [_signed(one, chance) for one in partner.stage_changes if one.stage == Stage.AGREEMENT]


def _signed(change: StageChange, chance: Random) -> Agreement:
    """For half a year or a whole one, so that some end soon."""
    return Agreement(
        number=f"{change.began_on.year}/{chance.randint(11, 99)}",
        about="Əməkdaşlıq müqaviləsi",
        signed_on=change.began_on,
        valid_until=change.began_on + timedelta(days=chance.choice((182, 365))),
    )
