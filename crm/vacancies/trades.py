"""Trades learnt by doing them: an advertisement names the trade, the need is the skill. No trade that wants a diploma is here."""

# Neighbours of weight 1 in skills.csv, so that who has the trade has the skill; ISCO-08 major groups 4 (clerks) to 9 (elementary work). A teacher, a
# nurse or a credit officer (groups 1 to 3) stays what she is called; a tailor and a confectioner are masters of more
# than the one skill beside them.
SKILL_OF_TRADE = {
    "sewing-machine-operator": "sewing-machine",
    "garment-cutter": "pattern-cutting",
    "presser": "ironing",
    "carpet-weaver": "carpet-weaving",
    "baker": "bread-baking",
    "cook": "cooking",
    "packer": "food-packaging",
    "fish-processing-worker": "fish-cleaning",
    "greenhouse-worker": "greenhouse",
    "milkmaid": "milking",
    "cashier": "cash-register",
    "hairdresser": "hairdressing",
    "cleaner": "cleaning",
    "laundry-worker": "laundry",
    "nanny": "childcare",
    "caregiver": "elderly-care",
    "waiter": "waitressing",
    "chambermaid": "hotel-housekeeping",
    "factory-worker": "production-line",
    "data-operator": "data-entry",
    "driver": "driving",
}
