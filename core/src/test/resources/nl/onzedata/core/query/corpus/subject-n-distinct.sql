-- refused: SUBJECT-N
-- rows are not people; counting people among many rows is not there yet
SELECT wijk, COUNT(DISTINCT p_id) AS n FROM x.v GROUP BY wijk
