"""The sentence of every reason and every help: to staff about her, to the woman, to the owner (no name, no village)."""

from collections.abc import Mapping

from flask_babel.speaklater import LazyString

from crm.i18n import _l

Sentences = Mapping[str, LazyString]

STAFF: Sentences = {
    "has_skill": _l("%(skill)s"),
    "near_skill": _l("%(skill)s (she can: %(via)s)"),
    "misses_skill": _l("%(skill)s: cannot do it yet"),
    "misses_hard": _l("%(skill)s: a must, and she does not have it"),
    "misses_quick": _l("%(skill)s: can be had within days"),
    "misses_desired": _l("%(skill)s: would be nice, she does not have it"),
    "learns_on_the_job": _l("%(skill)s: taught on the job, and she wants it"),
    "hours_fit": _l("The hours suit her"),
    "hours_to_agree": _l("Hours to talk over. She can: %(hers)s"),
    "hours_conflict": _l("The hours do not suit her. She can: %(hers)s"),
    "hours_not_known": _l("Hours not known"),
    "night_fit": _l("Nights are fine"),
    "night_to_agree": _l("Late evenings to talk over"),
    "night_conflict": _l("She cannot work at night"),
    "night_not_known": _l("Nights not known"),
    "weekend_fit": _l("Weekends are fine"),
    "weekend_to_agree": _l("Weekends to talk over"),
    "weekend_not_known": _l("Weekends not known"),
    "reach_ok": _l("%(km)s by road"),
    "at_home": _l("Work from home"),
    "employer_drives": _l("%(km)s, the employer drives"),
    "a_little_far": _l("A little far: %(km)s"),
    "too_far": _l("Too far: %(km)s"),
    "distance_not_known": _l("Distance not known"),
    "pay_ok": _l("The pay is what she wishes"),
    "pay_below_wish": _l("She wishes %(wished)s, they pay %(offered)s"),
    "pay_not_known": _l("Pay not known"),
    "wishes_this": _l("She wishes this work"),
    "training_offered": _l("They train on the job"),
    "seeks_business": _l("She wants a business, not a job"),
}

WOMAN: Sentences = {
    "has_skill": _l("You can do this: %(skill)s."),
    "near_skill": _l("They ask for: %(skill)s. You know something close to it: %(via)s."),
    "misses_skill": _l("They also ask for this: %(skill)s."),
    "misses_hard": _l("This is required: %(skill)s."),
    "misses_quick": _l("You would need this paper: %(skill)s. It takes a few days."),
    "misses_desired": _l("It would be a plus: %(skill)s."),
    "learns_on_the_job": _l("They will teach you: %(skill)s."),
    "hours_fit": _l("The hours suit you."),
    "hours_to_agree": _l("The hours can be talked over."),
    "hours_conflict": _l("The hours are other than yours: %(their)s."),
    "hours_not_known": _l("The hours are not known yet."),
    "night_fit": _l("There is night work, and you said that is fine."),
    "night_to_agree": _l("It sometimes ends late in the evening."),
    "night_conflict": _l("There is night work."),
    "night_not_known": _l("Night work is not known yet."),
    "weekend_fit": _l("There is weekend work, and you said that is fine."),
    "weekend_to_agree": _l("There is weekend work."),
    "weekend_not_known": _l("Weekend work is not known yet."),
    "reach_ok": _l("It is %(km)s from you."),
    "at_home": _l("You can do it at home."),
    "employer_drives": _l("It is %(km)s from you, and they bring you there."),
    "a_little_far": _l("It is a little far: %(km)s."),
    "too_far": _l("It is far: %(km)s."),
    "distance_not_known": _l("How far it is, we do not know yet."),
    "pay_ok": _l("The pay is what you wish."),
    "pay_below_wish": _l("The pay is %(offered)s, less than you wish."),
    "pay_not_known": _l("The pay is not known yet."),
    "wishes_this": _l("This is the work you wish for."),
    "training_offered": _l("They teach you on the job."),
    "seeks_business": _l("You told us that you would rather have a business of your own."),
}

OWNER: Sentences = {
    "has_skill": _l("Can do: %(skill)s"),
    "near_skill": _l("Knows something close to %(skill)s: %(via)s"),
    "misses_skill": _l("Does not know yet: %(skill)s"),
    "misses_hard": _l("Does not have: %(skill)s"),
    "misses_quick": _l("Can have it within days: %(skill)s"),
    "misses_desired": _l("Without: %(skill)s"),
    "learns_on_the_job": _l("Wants to learn it with you: %(skill)s"),
    "hours_fit": _l("Your hours suit"),
    "hours_to_agree": _l("Hours to talk over"),
    "hours_conflict": _l("Other hours: %(hers)s"),
    "hours_not_known": _l("Hours not known"),
    "night_fit": _l("Nights are fine"),
    "night_to_agree": _l("Late evenings to talk over"),
    "night_conflict": _l("Not at night"),
    "night_not_known": _l("Nights not known"),
    "weekend_fit": _l("Weekends are fine"),
    "weekend_to_agree": _l("Weekends to talk over"),
    "weekend_not_known": _l("Weekends not known"),
    "reach_ok": _l("Lives within reach"),
    "at_home": _l("Work from home"),
    "employer_drives": _l("Within reach of your transport"),
    "a_little_far": _l("Lives a little far"),
    "too_far": _l("Lives far away"),
    "distance_not_known": _l("Distance not known"),
    "pay_ok": _l("Your pay suits"),
    "pay_below_wish": _l("Hopes for higher pay"),
    "pay_not_known": _l("Pay not known"),
    "wishes_this": _l("Wishes this work"),
    "training_offered": _l("You train on the job"),
    "seeks_business": _l("Rather wants a business"),
}

HELP_STAFF: Sentences = {
    "course": _l("A course would help"),
    "document": _l("Help her to get the document"),
    "transport": _l("Transport by the employer would help"),
    "other_hours": _l("Ask the owner about other hours"),
    "talk_about_pay": _l("Talk about the pay with both"),
    "ask_her": _l("Ask her"),
    "training": _l("The training on the job is enough"),
}

HELP_WOMAN: Sentences = {
    "course": _l("A course can help. Ask us."),
    "document": _l("We can help with the document."),
    "transport": _l("We can ask whether they bring you there."),
    "other_hours": _l("We can ask about other hours."),
    "talk_about_pay": _l("We can talk with them about the pay."),
    "ask_her": _l("Tell us, then we know."),
    "training": _l("They show you how."),
}

HELP_OWNER: Sentences = {
    "course": _l("A short course would do"),
    "document": _l("The centre can help with the document"),
    "transport": _l("Transport would make it possible"),
    "other_hours": _l("Other hours would make it possible"),
    "talk_about_pay": _l("Worth a talk"),
    "ask_her": _l("The centre can ask"),
    "training": _l("Your training is enough"),
}
