-- refused: SUBJECT-N
-- adding one for each row is counting rows
SELECT COUNT(DISTINCT v.p_id) AS n, SUM(CASE WHEN p.wijk = 'a' THEN 1 ELSE 0 END) AS a FROM x.v AS v JOIN x.p AS p ON v.p_id = p.p_id
