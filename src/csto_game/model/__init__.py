"""The model: plain records of scenarios, states, commands, events and views."""
