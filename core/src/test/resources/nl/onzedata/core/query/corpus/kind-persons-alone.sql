-- refused: KIND
-- twelve persons of two households are two subjects, not twelve
SELECT wijk, COUNT(*) AS n FROM x.m GROUP BY wijk
