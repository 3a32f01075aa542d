-- accepted
-- uses: none
SELECT COUNT(*) AS n FROM (SELECT DISTINCT p_id FROM x.v) AS d
