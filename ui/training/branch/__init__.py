"""The manager's page: who is ready, what is misunderstood, what is thought and objected."""
