-- refused: SUBJECT-N
SELECT p.wijk, COUNT(*) AS n FROM x.v AS v JOIN x.p AS p ON v.p_id = p.p_id GROUP BY p.wijk
