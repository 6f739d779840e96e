"""After the Classroom: five floors, imports point down (show, play, sim, data, ecs)."""
