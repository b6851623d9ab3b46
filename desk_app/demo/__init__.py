"""The invented clinic to try the app at: its people and two years of visits, the same for the same day and seed."""
