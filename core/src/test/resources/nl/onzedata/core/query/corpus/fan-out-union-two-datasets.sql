-- refused: FAN-OUT
SELECT COUNT(*) AS n FROM (SELECT p_id FROM x.p WHERE wijk = 'a' UNION ALL SELECT p_id FROM x.b WHERE soort = 'algemeen') AS u
