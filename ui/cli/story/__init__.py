"""Stories: scenarios played through the real tasks on throw-away desks with a set clock."""
